import type { Phrasebook } from '../phrasebook.ts';
import { choosing } from './choosing.ts';
import { doing } from './doing.ts';

export const es: Phrasebook = {
  language: 'es',
  note: [
    'Texto de muestra',
    'Este artículo se ha compuesto sin un modelo de IA, para mostrar cómo es un borrador. No está pensado para publicarse.',
  ],
  summaryTitle: 'En pocas palabras',
  labelEnd: '.',
  sentenceGap: ' ',
  extraPoints: 0,
  openings: {
    guide:
      'Quien se acerca por primera vez al tema «{topic}» encuentra muchos consejos, y no todos coinciden.',
    'how-to':
      'Casi todo parece más difícil de lo que es, y la búsqueda «{keyword}» es un buen ejemplo de ello.',
    comparison:
      'Cuando varias opciones parecen igual de buenas, una comparación tranquila ayuda más que otra opinión.',
    list: 'Las listas largas de recomendaciones abundan; los motivos de una recomendación escasean.',
    review: 'Una reseña justa dice qué es bueno, qué no lo es y para quién cuenta lo uno o lo otro.',
    question: 'Algunas preguntas merecen primero una respuesta corta y después el contexto.',
    local: 'Lo que está cerca suele bastar, y a veces es mejor que cualquier cosa que se pueda encargar.',
  },
  covers: 'El texto está escrito para quien busca {keywords}.',
  phrase: '«{keyword}»',
  promises: [
    'Este artículo recorre el tema «{keyword}» paso a paso: primero, de qué se trata; luego, en qué conviene fijarse, y al final, qué puedes hacer con ello. Puedes leerlo entero o ir directamente a la parte que necesites.',
    'Las secciones siguientes ordenan el tema para que puedas decidir por tu cuenta. Cada una se entiende por separado y ninguna da por sabidos los términos técnicos.',
    'A continuación encontrarás los puntos que marcan la diferencia en el día a día, con ejemplos y con las preguntas que surgen una y otra vez en torno a «{keyword}».',
  ],
  descriptions: [
    '«{title}»: lo que importa, lo que conviene evitar y cómo seguir.',
    '«{title}»: lo esencial, los errores habituales y los siguientes pasos.',
    '«{title}»: los puntos que marcan la diferencia cada día.',
  ],
  excerpts: [
    '«{keyword}»: lo que importa, lo que conviene evitar y cómo seguir adelante, sin términos técnicos.',
    'Una introducción clara al tema «{keyword}», con los puntos que marcan la diferencia cada día.',
    '«{keyword}»: lo esencial, los errores habituales y los siguientes pasos, explicados con calma.',
  ],
  sections: { ...choosing, ...doing },
};
