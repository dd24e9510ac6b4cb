import type { SectionKind, SectionText } from '../phrasebook.ts';

/** Sections that help to understand and to choose. */
export const choosing = {
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
} satisfies Partial<Record<SectionKind, SectionText>>;
