import type { TitleBook } from './title-book.ts';

export const es: TitleBook = {
  titles: {
    guide: [
      '{phrase}: guía para principiantes',
      '{phrase}: todo lo importante, explicado con sencillez',
      '{phrase}: lo esencial en diez minutos',
      '{phrase}: consejos sacados de la práctica',
      '{phrase}: el manual para el día a día',
    ],
    'how-to': [
      '{phrase}: explicación paso a paso',
      '{phrase}: instrucciones para acertar a la primera',
      '{phrase}: el método fácil y sus trampas',
      '{phrase}: lograrlo sin equipo especial',
      '{phrase}: lista de control para seguir',
    ],
    comparison: [
      '{phrase}: las diferencias de un vistazo',
      '{phrase}: qué elección te conviene',
      '{phrase}: una comparación justa',
      '{phrase}: precios, prestaciones y concesiones frente a frente',
      '{phrase}: los puntos fuertes de cada opción',
    ],
    list: [
      '{phrase}: nuestra selección para cada necesidad',
      '{phrase}: buenas opciones y a quién convienen',
      '{phrase}: la lista corta, con sus razones',
      '{phrase}: los tipos que vale la pena conocer',
      '{phrase}: ideas para empezar',
    ],
    review: [
      '{phrase}: ¿merece la pena?',
      '{phrase}: ventajas, inconvenientes y un veredicto honesto',
      '{phrase}: lo que revela el uso diario',
      '{phrase}: las promesas, examinadas con ojo crítico',
      '{phrase}: resumen de experiencias',
    ],
    buy: [
      '{phrase}: qué esperar por tu dinero',
      '{phrase}: guía de compra',
      '{phrase}: dónde ahorrar y dónde no',
      '{phrase}: los gastos del primer año',
      '{phrase}: comprobaciones antes de pagar',
    ],
    question: [
      '{phrase}: respuesta breve y contexto',
      '{phrase}: preguntas frecuentes resueltas',
      '{phrase}: hechos y malentendidos',
      '{phrase}: palabras claras, sin tecnicismos',
      '{phrase}: las razones, explicadas con casos reales',
    ],
    local: [
      '{phrase}: encontrar una buena dirección',
      '{phrase}: en qué fijarse en la primera visita',
      '{phrase}: preguntas que hacer sobre el terreno',
      '{phrase}: señales de un sitio de confianza',
      '{phrase}: un recorrido por el barrio',
    ],
  },
  briefs: {
    guide:
      'Presenta «{phrase}» desde el principio: los términos, las decisiones, los errores habituales y un primer paso.',
    'how-to':
      'Muestra en pasos numerados lo que quiere hacer quien busca «{phrase}», y lo que suele salir mal.',
    comparison:
      'Compara las opciones detrás de «{phrase}» con los mismos criterios, en una tabla, y dice a quién conviene cada una.',
    list: 'Reúne opciones sensatas para «{phrase}», cada una con su razón y el lector al que conviene.',
    review:
      'Sopesa lo que habla a favor y en contra de «{phrase}» y da un veredicto que dice para quién vale.',
    buy: 'Ayuda antes de un gasto relacionado con «{phrase}»: precios, costes de uso y comprobaciones antes de pagar.',
    question:
      'Responde a «{phrase}» en el primer párrafo, da después las razones y termina con preguntas cercanas.',
    local: 'Ayuda a quien busca «{phrase}» a encontrar y valorar un sitio en su zona.',
  },
};
