import type { SectionKind, SectionText } from '../phrasebook.ts';

/** Sections that help to do something. */
export const doing = {
  mistakes: {
    headings:
      'Errores habituales y cómo evitarlos | Lo que suele salir mal | {topic}: tropiezos que conviene conocer',
    leads: [
      'Casi todo el mundo comete al principio los mismos pocos errores. Conocerlos ahorra dinero y algún disgusto.',
      'Pregunta a quienes tienen experiencia con «{keyword}» qué harían hoy de otra manera y oirás respuestas parecidas.',
      'Los errores forman parte del aprendizaje, pero no tienen por qué ser los tuyos. Estos son los más frecuentes.',
    ],
    points: [
      'Demasiado a la vez | Cambia una sola cosa cada vez, o no sabrás qué fue lo que ayudó.',
      'Comprar antes de probar | Pide prestado, visita o prueba a pequeña escala antes de comprometerte.',
      'Fiarse de una sola fuente | Compara al menos tres opiniones, una de ellas crítica.',
      'Saltarse la preparación | Diez minutos al principio ahorran una hora al final.',
      'Descuidar el mantenimiento | Lo que se cuida con regularidad dura mucho más que lo que se repara con prisas.',
      'Rendirse pronto | El tercer intento suele ser el primero bueno.',
      'Seguir la moda | Lo que todos recomiendan este mes quizá esté olvidado el siguiente.',
      'Coleccionar en vez de usar | Una sola cosa bien aprovechada vale más que cinco que apenas se usan.',
      'Compararse | Los demás enseñan sus mejores resultados; los tuyos solo tienen que servirte a ti.',
    ],
    tails: [
      'Si alguno ya te ha pasado, estás en buena compañía. Corrígelo y sigue adelante.',
      'Basta con evitar los dos primeros; los demás pierden importancia con la práctica.',
    ],
    gist: 'Casi todos los errores nacen de la prisa y se evitan con algo de preparación.',
  },
  next: {
    headings: 'Cómo seguir a partir de aquí | Tus próximos pasos | Qué hacer esta semana',
    leads: [
      'Leer es un buen comienzo, pero un pequeño paso en la práctica vale más. Elige una cosa de este artículo y hazla en los próximos días.',
      'Si «{keyword}» era solo el comienzo de tu búsqueda, este es un buen momento para dejar de acumular y empezar.',
    ],
    points: [
      'Escribe en una frase lo que quieres conseguir.',
      'Quédate con las dos opciones que más se acerquen a tu deseo y deja las demás a un lado.',
      'Habla con alguien que ya lo haya hecho y pregúntale qué le sorprendió.',
      'Pon fecha a un primer intento y procura que sea modesto.',
      'Mira el resultado una semana después, con otros ojos.',
      'Conserva lo que funciona y cambia una sola cosa para la segunda vuelta.',
      'Cuéntale tu plan a alguien; después será más difícil abandonarlo.',
      'Decide de antemano en qué reconocerás un buen resultado.',
    ],
    tails: [
      'Después sabrás más de lo que un artículo puede contarte, porque conocerás tu propio caso.',
      'Vuelve cuando surjan preguntas nuevas. Serán mejores que las de hoy.',
    ],
    gist: 'Un pequeño paso esta semana vale más que seguir leyendo.',
  },
  faq: {
    headings: 'Preguntas frecuentes | Preguntas y respuestas | {topic}: lo que se suele preguntar',
    leads: [
      'Algunas preguntas surgen siempre que se habla de «{keyword}». Aquí tienes respuestas cortas a las más frecuentes.',
      'Las respuestas que siguen son breves a propósito. Cada una puede ser el comienzo de una conversación más larga.',
    ],
    points: [
      '¿Cuánto se tarda en acostumbrarse? | La mayoría se siente a gusto tras dos o tres semanas de práctica regular.',
      '¿Hace falta un equipo especial? | Al principio, no. Empieza con lo que tienes y añade solo lo que eches de menos.',
      '¿La opción más cara es siempre la mejor? | No. A partir de cierto nivel se paga el aspecto y el nombre.',
      '¿A qué deben prestar atención los principiantes? | A empezar con poco y a tomar buenas notas; así las decisiones posteriores resultan fáciles.',
      '¿Cómo se reconoce un buen consejo? | Dice cuáles son sus límites y para quién no está pensado.',
      '¿Se puede cambiar de opinión más tarde? | Casi siempre. Guarda un tiempo los recibos y el embalaje.',
      '¿Cada cuánto conviene revisar la elección? | Con una vez al año basta, salvo que cambien tus necesidades.',
      '¿Dónde se puede probar sin compromiso? | En casa de amigos, en cursos y en tiendas seguras de lo que venden.',
      '¿Y si el resultado no gusta? | Cambia una cosa e inténtalo dos veces más antes de sacar conclusiones.',
      '¿Compensa para un uso ocasional? | A menudo sí, si se pide prestado o se compra de segunda mano.',
    ],
    tails: [
      '¿Falta tu pregunta? Apúntala y hazla donde compres o aprendas; la respuesta dice mucho del lugar.',
      'Si dos respuestas parecen contradecirse, la correcta es la que encaja en tu día a día.',
    ],
    gist: 'Las preguntas de siempre tienen respuestas cortas, y para empezar hace falta menos de lo que parece.',
  },
  steps: {
    headings: 'Paso a paso | Cómo se hace, por orden | El procedimiento de principio a fin',
    leads: [
      'Lee todos los pasos una vez antes de empezar. Ninguno es difícil, pero el orden importa.',
      'Reserva un rato tranquilo y despeja el espacio que necesites. Para «{keyword}», estos pasos han dado buen resultado.',
    ],
    points: [
      'Preparar | Ten a mano todo lo necesario y comprueba que está limpio y completo.',
      'Comprobar las condiciones | Lee las instrucciones o la etiqueta y apunta lo que no debe ocurrir.',
      'Empezar con poco | Prueba primero con una cantidad pequeña o en un lugar oculto y observa qué pasa.',
      'Avanzar con constancia | Sigue siempre el mismo orden, sin prisas y sin pausas largas.',
      'Revisar el resultado | Detente, mira de cerca y compáralo con lo que querías.',
      'Terminar y recoger | Deja cada cosa en su sitio y apunta qué cambiarías.',
    ],
    tails: [
      'La primera vez quizá lleve el doble de lo previsto. A la tercera saldrá de forma natural.',
      'Si algo falla, vuelve al último paso que salió bien en lugar de empezar de nuevo.',
    ],
    gist: 'Unos pasos pequeños en un orden fijo llevan a un resultado fiable.',
  },
  local: {
    headings:
      'Cómo encontrar un buen sitio cerca | Mirar sobre el terreno | {topic}: buenas direcciones en tu zona',
    leads: [
      'Un mapa muestra lo que está cerca, pero no lo que es bueno. Para «{keyword}», una visita corta dice más que cien estrellas.',
      'Empieza por lo que queda a un paseo y amplía el círculo solo si hace falta. Las distancias cortas son las que hacen volver.',
    ],
    points: [
      'Pregunta a tu alrededor | Vecinos y compañeros nombran los sitios en los que volverían a gastar su propio dinero.',
      'Mira el horario | Una buena dirección sirve de poco si cierra antes de que termines de trabajar.',
      'Lee opiniones recientes | La gente y los dueños cambian; deja a un lado lo que tenga más de un año.',
      'Haz una visita corta | Fíjate en si el sitio está ordenado y si las preguntas son bienvenidas.',
      'Empieza con algo pequeño | Un primer encargo modesto muestra hasta qué punto es fiable el sitio.',
      'Compara dos | El segundo sitio afina la mirada sobre el primero.',
    ],
    tails: [
      'Cuando encuentres tu sitio, cuenta allí lo que te gusta. A los habituales se les aconseja mejor.',
      'Si nada te convence cerca, pregunta en los propios sitios a quién te recomendarían.',
    ],
    gist: 'Una visita corta dice más que muchas estrellas en un mapa.',
  },
} satisfies Partial<Record<SectionKind, SectionText>>;
