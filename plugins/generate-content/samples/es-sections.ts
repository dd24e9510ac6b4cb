import type { SectionKind, SectionText } from './phrasebook.ts';

export const esSections: Readonly<Record<SectionKind, SectionText>> = {
  basics: {
    headings:
      '{topic}: lo básico en palabras sencillas | Qué hay detrás de la búsqueda «{keyword}» | {topic}: por dónde empezar',
    leads: [
      'Detrás de una búsqueda como «{keyword}» suele haber un deseo sencillo: lograr un buen resultado sin pasar una semana leyendo. Para eso basta con conocer las pocas ideas en las que se apoya todo lo demás.',
      'El tema es más antiguo que la mayoría de los artículos que lo tratan, y su núcleo apenas ha cambiado. Una vez que el núcleo está claro, términos como «{keyword}» dejan de impresionar.',
      'Dos personas que escriben «{keyword}» pueden pensar en cosas muy distintas. Vale la pena dedicar un minuto a aclarar qué esperas antes de comparar nada.',
    ],
    points: [
      'Pregúntate primero qué resultado quieres, y solo después qué camino lleva hasta él.',
      'La calidad se nota con los meses, así que las primeras impresiones merecen algo de paciencia.',
      'Muchos de los consejos que verás se escribieron para profesionales y en casa pueden abreviarse sin miedo.',
      'Las pequeñas diferencias en la preparación suelen pesar más que las grandes diferencias de precio.',
      'Todo lo que se pueda probar a pequeña escala conviene probarlo a pequeña escala.',
      'Quien apunta en dos palabras lo que salió bien aprende el doble de rápido.',
      'Piensa qué echarías de menos si mañana ya no estuviera; eso es lo que conviene cuidar.',
      'La versión más sencilla casi siempre es suficiente para aprender.',
      'Lo que los principiantes llaman suerte suele ser una costumbre que aún no han notado.',
    ],
    tails: [
      'Lo demás son detalles, y los detalles se pueden consultar cuando hacen falta.',
      'Nada de esto exige un talento especial, solo un poco de atención en el momento oportuno.',
    ],
    gist: 'Tener claro el resultado importa más que los términos técnicos.',
  },
  criteria: {
    headings:
      'En qué fijarse primero | Los puntos que marcan la diferencia | {topic}: una lista para elegir bien',
    leads: [
      'No todos los criterios pesan lo mismo. Si has llegado hasta aquí buscando «{keyword}», estos son los puntos que más se mencionan al mirar atrás.',
      'Una buena decisión necesita menos criterios de lo que parece. Los siguientes han dado buen resultado, más o menos en este orden.',
      'Antes de repasar ofertas y opiniones sobre «{keyword}», apunta lo que necesitas. Después, compara cada opción con esa lista.',
    ],
    points: [
      'Uso | Decide con qué frecuencia y para qué; el día a día pide otras cualidades que las ocasiones especiales.',
      'Esfuerzo | Cuenta también el tiempo de preparar y de recoger, no solo la parte agradable de en medio.',
      'Espacio | Mide antes de decidir y deja sitio para todo lo que vendrá después.',
      'Calidad | Mira las piezas que se gastan primero, porque dicen más que la superficie.',
      'Origen | Averigua quién está detrás de una oferta y si alguien responde cuando preguntas.',
      'Flexibilidad | Prefiere lo que seguirá sirviendo cuando tus costumbres cambien un poco.',
      'Fama | Lee primero las opiniones intermedias, que son las más sinceras.',
      'Duración | Pregunta qué pasa cuando termina la garantía y si existen piezas de repuesto.',
      'Sensación | Tómalo en la mano o míralo en funcionamiento; algunas cosas solo se juzgan así.',
    ],
    tails: [
      'Si después de eso dos opciones empatan, quédate con la más sencilla. La sencillez se nota todos los días.',
      'Pon a cada punto una nota del uno al cinco. La suma no decidirá por ti, pero muestra dónde dudas.',
    ],
    gist: 'Bastan unos pocos criterios, y el uso es el primero.',
  },
  costs: {
    headings: 'Lo que cuesta y lo que vale | {topic}: planificar el presupuesto | Adónde va el dinero',
    leads: [
      'Los precios en torno a «{keyword}» varían mucho, y el más bajo rara vez es el más barato al final. Piensa en años y no en recibos.',
      'Un presupuesto se respeta con más facilidad cuando tiene tres partes: lo que se paga una vez, lo que se paga una y otra vez, y una reserva.',
    ],
    points: [
      'Gasto inicial | Es la parte más visible y la menos importante, porque se reparte a lo largo de mucho tiempo.',
      'Gastos de uso | Calcula cuánto cuesta usarlo una sola vez; la cifra suele sorprender.',
      'Gastos ocultos | Pregunta por el envío, los accesorios y todo lo que se vende aparte.',
      'Tiempo | Una hora tuya también vale algo, así que cuéntala.',
      'Segunda mano | Lo que otra persona ha cuidado bien suele ser la mejor compra, si puedes verlo antes.',
      'Espera | Quien no tiene prisa encontrará una oferta mejor en unas semanas.',
      'Comparación | Convierte cada oferta a la misma unidad antes de comparar precios.',
      'Reparaciones | Aparta cada año una pequeña cantidad y no te molestará cuando haga falta.',
      'Reventa | Lo que conserva su valor cuesta menos de lo que parece.',
    ],
    tails: [
      'Fija un límite antes de empezar a buscar, y otro que no vas a superar ni por una ganga.',
      'Gasta en lo que tocas cada día y ahorra en lo que se queda en el armario.',
    ],
    gist: 'Los gastos de uso deciden más que el precio de la etiqueta.',
  },
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
  table: {
    headings:
      'Las opciones, una junto a otra | La comparación de un vistazo | {topic}: tres caminos comparados',
    leads: [
      'La tabla pone frente a frente una elección sencilla, una intermedia y una exigente. Léela por filas: decide la fila que más te importe.',
      'Las comparaciones en torno a «{keyword}» suelen fracasar porque se compara todo con todo. Tres elecciones típicas bastan para orientarse.',
    ],
    columns: 'Punto | Elección sencilla | Camino intermedio | Elección exigente',
    points: [
      'Precio | bajo | medio | alto',
      'Tiempo de aprendizaje | minutos | un fin de semana | varias semanas',
      'Esfuerzo diario | muy poco | moderado | notable',
      'Ideal para | uso ocasional | uso regular | aficionados',
      'Margen de mejora | limitado | bueno | muy bueno',
      'Riesgo principal | se queda corta pronto | ni una cosa ni otra | excesiva para el fin',
    ],
    tails: [
      'La mayoría queda más contenta con el camino intermedio, y pocos llegan a superarlo. Empieza por uno de los extremos solo si tienes un motivo que quepa en una frase.',
      'Ninguna columna gana en todas las filas. Marca las dos filas que te importan, compara solo esas y olvida el resto: así es como una comparación termina en una decisión.',
    ],
    gist: 'Ninguna opción gana en todo; deciden dos o tres filas de la comparación.',
  },
  picks: {
    headings:
      'Nuestras recomendaciones según el caso | Qué elección conviene a quién | {topic}: buenos puntos de partida',
    leads: [
      'No existe la mejor elección para todo el mundo, pero sí una sensata para la mayoría de los casos. Busca la descripción que se parezca a ti.',
      'En lugar de una clasificación por notas, esta lista está ordenada por personas. Quien busca «{keyword}» se reconocerá en alguna de ellas.',
    ],
    points: [
      'Para empezar | Elige lo que funcione sin ajustes y se pueda pasar a otra persona cuando cambien los gustos.',
      'Para quien tiene prisa | Elige lo que esté listo al instante y limpio en un minuto, aunque el resultado sea algo más simple.',
      'Para quien ahorra | Elige lo ya probado del año pasado; la diferencia es pequeña, y la del precio no.',
      'Para casas pequeñas | Elige lo que cumpla dos funciones a la vez y desaparezca en un armario.',
      'Para aficionados | Elige lo que permita ajustar una cosa tras otra y tenga repuestos dentro de diez años.',
      'Para regalar | Elige lo que venga completo en su caja y no necesite explicación.',
      'Para familias | Elige lo que perdone el trato brusco y puedan usar todos sin ayuda.',
      'Para quien viaja mucho | Elige lo que sea ligero, resistente y funcione en cualquier sitio sin accesorios.',
    ],
    tails: [
      'Si te reconoces en dos descripciones, que decida la que encaje con tus días laborables.',
      'La lista es corta a propósito. Una larga solo aplazaría la decisión.',
    ],
    gist: 'La mejor elección depende de quién elige.',
  },
  verdict: {
    headings: 'Puntos fuertes y débiles | Lo que habla a favor y en contra | {topic}: pros y contras',
    leads: [
      'Las opiniones sobre «{keyword}» van del entusiasmo a la decepción. Unas y otras suelen tener buenos motivos, y la tabla las pone frente a frente.',
      'Un veredicto solo sirve si muestra en qué se apoya. Estos son los argumentos que pondríamos en la balanza.',
    ],
    columns: 'A favor | En contra',
    points: [
      'Cumple lo que promete, si la promesa se lee con atención. | La publicidad a veces promete más.',
      'Se aprende sin necesidad de un curso. | Los primeros intentos piden paciencia.',
      'La buena calidad dura años. | La mala calidad cuesta reconocerla a primera vista.',
      'Hay mucha ayuda de otros usuarios. | Parte de esa ayuda se contradice.',
      'Hace el día a día un poco más agradable. | Ocupa espacio y pide cuidados.',
    ],
    tails: [
      'En conjunto, las ventajas pesan más para quien le da un uso regular. Para una prueba suelta es mejor pedir prestado.',
      'Nuestro veredicto es un sí prudente: con expectativas realistas hay poco que lamentar, y con expectativas exageradas siempre hay algo.',
    ],
    gist: 'Las ventajas pesan más para quien le da un uso regular.',
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
};
