import type { WordLists } from './word-lists.ts';

export const es: WordLists = {
  intents: {
    local: 'cerca de mí, cerca de mi, cerca, cercano, cercana, en mi zona, abierto ahora',
    comparison: 'vs, versus, comparativa, comparación, comparar, diferencia, diferencias, o, mejor que',
    'how-to': 'cómo, como, cómo hacer, tutorial, paso a paso, instrucciones, casero, casera',
    review:
      'opiniones, opinión, reseña, reseñas, análisis, valoraciones, vale la pena, pros y contras, prueba',
    list: 'mejor, mejores, top, ideas, ejemplos, lista, tipos de, tipos, clases, alternativa, alternativas, recomendados, recomendaciones, ranking',
    buy: 'comprar, compra, precio, precios, costo, coste, cuánto cuesta, cuanto cuesta, barato, barata, baratos, baratas, económico, oferta, ofertas, descuento, cupón, pedir, online, tienda, tiendas, venta, rebajas',
    question:
      'qué, que, qué es, que es, por qué, porque, cuándo, cuando, cuál, cual, cuáles, quién, dónde, donde, cuánto, cuántos, cuánto tiempo, se puede, significado, definición, para qué sirve',
    guide:
      'guía, consejos, trucos, básico, introducción, principiante, principiantes, para principiantes, ayuda',
  },
  fillers:
    'fácil, fáciles, simple, rápido, rápida, nuevo, nueva, bueno, buena, perfecto, completo, completa, gratis, popular, profesional, hacer, usar, elegir, bien, españa, méxico, año, forma, sin',
  modifiers:
    'pequeño, pequeña, grande, mini, portátil, compacto, eléctrico, eléctrica, manual, automático, automática, inalámbrico, casa, hogar, cocina, interior, exterior, oficina, jardín, kit, piezas, accesorios, reparación, reparar, limpiar, limpieza, cuidado, cuidados, tamaño, plan, tiempo, método, natural, orgánico, niños, mujer, hombre, marca, marcas, modelo, color, diseño, calidad, invierno, verano, noche, día, servicio, instalación, agua, plástico, metal, acero, madera, vidrio, soporte, producto, problema',
  actions: 'cancelar, conectar, convertir, eliminar, instalar, podar, quitar, reparar',
  stopWords:
    'el, la, los, las, un, una, unos, unas, lo, de, del, y, e, o, u, a, al, en, con, por, para, sin, sobre, entre, hasta, desde, mi, mis, tu, tus, su, sus, nuestro, nuestra, yo, tú, él, ella, nosotros, ellos, me, te, se, le, les, nos, es, son, está, están, ser, estar, fue, hay, ha, han, tiene, no, ni, más, menos, muy, que, qué, como, cómo, cuando, cuándo, donde, dónde, cual, cuál, cuáles, quién, cuánto, si, sí, pero, este, esta, estos, estas, ese, esa, todo, todos, puede, mí',
  telling: 'sin, hasta, desde, no, ni, más, menos, cuando, cuándo, donde, dónde, quién, por qué',
  towards: 'a, en, hasta',
};
