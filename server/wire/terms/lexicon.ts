/**
 * What the words of terms of use do in a sentence, by one letter each, so that a rule can be written once for all four
 * languages. Words are folded (`fold`); "*" stands for any ending; the longest entry that fits wins.
 */
export const CLASS = {
  /** "no", "kein" */
  no: 'n',
  /** "must not", "ne pas": it forbids, whoever is told */
  mustNot: 'N',
  without: 'w',
  /** "prohibited", "untersagt" */
  forbidden: 'f',
  except: 'x',
  outside: 'o',
  /** "Japan out" */
  out: 'O',
  /** "only", before or after: "only in Norway", "Norway only" */
  only: 'y',
  /** "nur", which stands before */
  onlyBefore: 'Y',
  restrictedTo: 'r',
  /** What is done with a story or photo, and by whom. */
  use: 'u',
  /** "in", "for" */
  at: 'i',
  little: 'l',
  and: '&',
  modal: 'm',
  archive: 'A',
  sale: 'S',
  resale: 'R',
  thirdParty: 'T',
  internet: 'W',
  commercial: 'C',
  editorial: 'E',
  /** Other things that may not be: "no magazines, mobile or TV" */
  thing: 't',
  credit: 'K',
  /** Behind these stand names: "Handout Velna Port". */
  named: 'k',
  before: 'b',
  after: 'q',
  /** "Territories excluded: …" */
  territories: 'c',
  /** Any other word of such sentences. */
  term: 'g',
  number: 'd',
  place: 'P',
  /** "Norwegian", beside who publishes. */
  national: 'J',
  /** All of it, from which something is excepted: "worldwide". */
  world: 'z',
  /** The same in words that everybody uses. */
  everywhere: 'Z',
  /** "Territorial restrictions: …" */
  closed: 'F',
  /** "Bloqueado en …" */
  blocked: 'B',
  allowed: 'p',
  sign: ',',
  colon: ':',
  other: '.',
} as const;
export type WordClass = keyof typeof CLASS;

const words = (...lists: string[]): string[] => lists.flatMap((list) => list.split(', '));

/** English, French, German and Spanish, in this order. What stands further up wins over the same words below. */
export const LEXICON: readonly (readonly [WordClass, readonly string[]])[] = [
  // Words that look like a thing of the trade, and are another one.
  ['other', words(
    'sales figures, sales tax, sales data, sales people, sales force, sales staff, sales rose, sales fell, archive photo, archive photos, archive picture, archive image, internet access, internet connection*, internet cafe*, internet service, internet signal, out of, out in, out after, out on, out by, out at, out as, out to, out with, out from, out and about, print run, news agency, europa press, europa league, asia cup, africa cup',
    'archiviste*, salle des ventes', 'archivbild*, archivfoto*, archivare, archivaren, archivarin*', 'archivist*, archivero*, salas de venta',
  )],
  ['mustNot', words(
    'must not, must never, may not, shall not, should not, can not, cannot, do not, don t, is not to, are not to',
    'ne pas, ne peut, ne peut pas, ne peuvent, ne peuvent pas, ne doit, ne doit pas, ne doivent, ne doivent pas, defense de', 'darf nicht, durfen nicht, darf nur nicht',
    'no se permite*, no se autoriza*, no se admite*, no se puede*, no debe, no deben, no puede, no pueden, se prohibe*, queda prohibido, queda prohibida, quedan prohibid*',
  )],
  ['no', words('no, not, never, neither', 'pas, ni, aucun, aucune, aucuns, aucunes, non, n est pas, ne sont pas', 'kein, keine, keiner, keinen, keinem, keinerlei, nicht, weder', '')],
  ['without', words('without, without any', 'sans', 'ohne', 'sin')],
  ['forbidden', words(
    'prohibited, forbidden, banned, barred, excluded, disallowed, blocked, exclusion, exclusions, blackout, blackouts, not permitted, not allowed, not authorised, not authorized, not included, not cleared, not granted',
    'interdit, interdits, interdite, interdites, interdiction, exclu, exclus, exclue, exclues, prohibe*, proscrit*, non autorise*, non permis*, non compris*, n est pas autorise*, n est pas permis*, ne sont pas autorise*, ne sont pas permis*, non destine*',
    'verboten, untersagt, unzulassig, ausgeschlossen, ausgeschlossene, gesperrt, gesperrte, ausgenommen, sperrgebiet*, nicht gestattet, nicht erlaubt, nicht zulassig, nicht gewunscht, nicht moglich, nicht enthalten, nicht vorgesehen, nicht freigegeben',
    'prohibido, prohibida, prohibidos, prohibidas, vetado*, vetada*, excluido*, excluida*, exclusiones, no permitido*, no permitida*, no autorizado*, no autorizada*, no incluido*, no esta permitid*, no estan permitid*, no esta autorizad*',
  )],
  ['closed', words(
    'territorial restriction, territorial restrictions, territory restriction, territory restrictions, geographic restrictions, geographical restrictions, country restrictions, restricted territories, restricted countries, blocked territories, blocked countries',
    'restrictions territoriales, restrictions geographiques, pays bloques, territoires bloques', 'gebietsbeschrankung, gebietsbeschrankungen, sperrlander, gesperrte lander, gesperrte gebiete', 'restriccion territorial, restricciones territoriales, restricciones geograficas, paises bloqueados, territorios bloqueados',
  )],
  ['blocked', words('geoblocked, geo blocked, unavailable', 'bloque, bloquee, bloques, bloquees', 'sperrung fur, geosperre', 'bloqueado, bloqueada, bloqueados, bloqueadas')],
  ['outside', words('outside, outside of', 'hors de, hors du, en dehors de, en dehors du, a l exterieur de', 'ausserhalb, ausserhalb von', 'fuera de, fuera del')],
  ['except', words(
    'except, except for, except in, excepting, excluding, excludes, excl, exc, with the exception of, other than, apart from, world ex, worldwide ex, global ex, world rights ex, worldwide rights ex, all rights ex, world but not, worldwide but not, all countries but, all territories but', 'sauf, excepte, hormis, hors, a l exception de, a l exception du, a l exception des, a l exception d, a l exclusion de, a l exclusion du',
    'ausser, mit ausnahme von, mit ausnahme der, exklusive, exkl', 'excepto, salvo, menos, con excepcion de, con la excepcion de, a excepcion de, excluyendo',
  )],
  ['everywhere', words('everywhere but, everywhere except, everywhere excluding, anywhere but, anywhere except', 'partout sauf', 'uberall ausser', 'en todas partes menos, en todas partes excepto, en todas partes salvo')],
  ['world', words(
    'world, worldwide, global, globally, all countries, all territories, all rights reserved', 'tous pays, tous les pays, tous territoires, tous les territoires, tous droits reserves, tous droits',
    'weltweit, alle lander, alle gebiete, alle rechte vorbehalten', 'todos los paises, todos los territorios, todos los derechos reservados, todos los derechos',
  )],
  ['out', words('out, outs', 'fuera')],
  ['restrictedTo', words(
    'restricted to, limited to, reserved for, confined to', 'reserve a, reserve au, reserve aux, reservee a, reservee au, reservee aux, limite a, limitee a, limite au, limitee au, limite aux, limitee aux, restreint a, restreinte a, restreint au, destine a, destine au',
    'beschrankt auf, begrenzt auf', 'limitado a, limitada a, restringido a, restringida a, reservado a, reservada a, limitado al, restringido al',
  )],
  ['only', words('only, solely, exclusively, exclusive', 'uniquement, seulement, exclusivement, exclusif, exclusive', 'exklusiv', 'solamente, unicamente, exclusivamente, exclusivo, exclusiva')],
  ['onlyBefore', words('nur, ausschliesslich, lediglich, allein', 'solo')],
  ['thirdParty', words(
    'third party, third parties, 3rd party, 3rd parties, syndication, syndicate, syndicated',
    'onward distribution, onward sale, onward sales, onward transmission, onward supply, onward use, sub licens*, sublicens*, sublicenc*', 'a des tiers, a tiers, a un tiers, a d autres tiers, aux tiers, par des tiers, par un tiers, par les tiers, pour des tiers, au profit de tiers',
    'an dritte, an dritten, durch dritte, fur dritte, seitens dritter, von dritten', 'a terceros, a otros terceros, por terceros, para terceros, con terceros, a terceras partes, por terceras partes',
  )],
  ['resale', words('resale, resales, re sale, re sales, resell*, re sell*, resold, re sold', 'revente*, revendre, revendu*', 'weiterverkauf*, wiederverkauf*, weiterverausserung', 'reventa*, revender*, revendid*')],
  ['sale', words('sale, sales, sell, sold, selling', 'vente, ventes, vendre, vendu, vendue, vendus, vendues, commercialisation', 'verkauf, verkaufs, verkaufe, verkaufen, verkauft', 'venta, ventas, vender, venderse, vendido*, vendida*, comercializacion')],
  ['archive', words('archiv*')],
  ['internet', words(
    'internet, online, on line, web, website, websites, web site, web sites, digital use, digital usage, digital publication, digital distribution, digital rights, digital media, digital edition*, digital platform*, electronic use, electronic publication, electronic distribution, electronic media, digital out, digital excluded, digital prohibited',
    'en ligne, usage numerique, utilisation numerique, diffusion numerique, support* numerique*, edition* numerique*', 'internet*, online*, web, webseite*, digitalnutzung, digitale nutzung, digitalen nutzung, digitale verwendung, digitale verbreitung, digitale veroffentlichung, digitale medien, digitalen medien',
    'en linea, medios digitales, ediciones digitales, edicion digital, uso digital',
  )],
  ['commercial', words(
    'commercial use, commercial usage, commercial purpose*, commercial exploitation, advertising, advertisement*, advertorial*, marketing, promotional, promotion, promotions, merchandising',
    'usage* commercia*, utilisation* commercia*, exploitation* commercia*, fin* commercia*, usage* publicitaire*, utilisation* publicitaire*, fin* publicitaire*, fin* promotionnelle*, publicite, publicitaire*, promotionnel*',
    'kommerzielle* nutzung, kommerzielle* verwendung, kommerzielle* verwertung, kommerzielle* zweck*, gewerbliche* nutzung, gewerbliche* verwendung, gewerbliche* zweck*, werbliche* nutzung, werbliche* verwendung, werbliche* zweck*, werbung, werbezweck*, werbenutzung, marketingzweck*',
    'uso* comercia*, utilizacion comercial, explotacion comercial, fines comerciales, uso* publicitario*, uso* promocional*, utilizacion publicitaria, fines publicitarios, fines promocionales, publicidad, campanas publicitarias',
  )],
  ['editorial', words('editorial', 'editoriale*, redactionnel*', 'redaktionell*', 'editoriales')],
  ['credit', words('credit, credits, credited, byline, bylines, attribution', 'mention*, signature*', '*nennung, quellenangabe*, urheberangabe, urhebervermerk, bildnachweis*, fotonachweis*, quellennachweis*', 'credito*, mencion*, firma, citar, acreditar')],
  ['named', words('handout*, handouts, ho, foto*, photo, photos, photograph*, picture, pictures, pic, pics, image, images, bild, bilder, bildes, bildmaterial, copyright, fotografia*, imagen, imagenes, video, footage, graphic')],
  ['territories', words('territory, territories, country, countries, market, markets, region, regions', 'pays, territoire*', 'land, lander, gebiet*, territorien', 'pais, paises, territorio*')],
  ['after', words('after', 'apres, apres le', 'nach dem, mehr nach', 'despues, despues de, despues del')],
  ['before', words('before, until, till, prior to, earlier than', 'avant, avant le, avant la', 'vor, vor dem', 'antes, antes de, antes del, hasta, hasta el')],
  ['use', words(
    'use, uses, used, using, usage, usable, reuse, re use, publish, published, publishing, publication*, republication, print, printed, printing, broadcast*, air, aired, transmit, transmitted, transmission, distribut*, redistribut*, reproduc*, display, displayed, post, posted, release, released, right, rights, licence*, license*, licensing, available, intended, cleared, access, shown, located, based, client, clients, customer, customers, subscriber, subscribers, subscription*, media',
    'utilis*, usage*, publi*, diffus*, rediffus*, exploit*, reprodu*, distribu*, droit, droits, acces, destine*, disponible*, abonne, abonnes',
    '*nutzung, nutzen, nutzbar, genutzt, verwend*, veroffentlich*, verbreit*, weiterverbreit*, abdruck*, nachdruck*, sendung, ausstrahlung, vertrieb, recht, rechte, bestimmt, freigegeben, verfugbar, zugelassen, lizenziert, lizenz*, kunde, kunden, abonnenten',
    'uso, usos, usar, usarse, usado*, usada*, utiliz*, publica*, difu*, redifu*, redistribu*, derecho*, acceso, apto*, apta*, valido*, valida*, cliente, clientes, abonado, abonados, suscriptor, suscriptores',
  )],
  ['thing', words(
    'commercial, non commercial, mobile, wireless, digital, electronic, tv, television, radio, social, platform*, magazine*, mag, mags, newspaper*, tabloid*, book, books, press, storage, store, stored, kept, keep, retained, pass, passed, transfer*, supply, supplied, give, given, forward*, share, shared, made, sublicen*, outlet*, broadcaster*, publisher*, database*, library, third, party, parties',
    'commercial*, numerique*, site, sites, mise, mises, mettre, ligne, papier, presse, medias, journaux, editeurs, diffuseurs, stock*, conserv*, cession*, ceder, cede, cedee, cedes, cedees, transm*, communiqu*, fourni*, campagne*, fin, fins',
    'speicherung, digital*, print, printmedien, medien, zeitungen, zeitschriften, sender, verlage, fernsehsender, druckausgabe*, printausgabe*, druckmedien, soziale, sozialen, kommerziell*, gewerblich*, werblich*, zweck, zwecke, zwecken, weitergabe, weitergegeben, weitergeben, weiterleitung, ubertragung, uberlassung, abgabe',
    'almacena*, redes, sociales, pagina*, sitio*, medios, periodicos, diarios, impreso*, impresa*, prensa, comercial*, ceder, cederse, cedido*, cesion, campanas, fines',
  )],
  ['allowed', words('permitted, allowed, authorised, authorized', 'autorise, autorisee, autorises, permis, permise', 'gestattet, erlaubt, zulassig', 'permitido, permitida, permite, autorizado, autorizada')],
  ['modal', words('may, must, shall, can, should', 'peut, peuvent, doit, doivent', 'darf, durfen, kann, konnen, muss, mussen', 'puede, pueden, debe, deben')],
  ['and', words('and, or, nor, as well as, including, incl, inc', 'et, ou, ainsi que, y compris', 'und, oder, sowie, noch, inkl, inklusive, einschliesslich', 'y, o, u, e, incluido, incluida, incluyendo')],
  ['at', words('in, within, inside, to, for, into, from', 'en, au, aux, a, dans, pour, vers, sur', 'fur, furs, innerhalb, nach', 'para, al')],
  ['little', words(
    'a, an, the, this, these, any, all, other, further, its, it, be, been, is, are, of, on, at, by, with, as, material, content, text, story, stories, article, anywhere, whatsoever, also, strictly, expressly, explicitly, hereby',
    'un, une, le, la, les, l, de, des, d, du, ce, cet, cette, ces, son, sa, ses, par, etre, est, sont, autre, autres, tout, toute, toutes, tous, strictement, contenu*, texte*, depeche*, formellement, expressement, egalement, aussi',
    'die, der, das, den, dem, des, ein, eine, einen, einer, eines, zur, zum, zu, im, ins, auf, aufs, an, am, aus, durch, von, bei, ist, sind, werden, wird, inhalt*, streng, strengstens, strikt, ausdrucklich, grundsatzlich, ebenfalls, auch',
    'el, las, los, una, su, sus, del, con, por, se, es, son, ser, esta, estan, queda, quedan, otro*, otra*, contenido*, estrictamente, terminantemente, expresamente, totalmente, tambien',
  )],
  ['term', words(
    'that, each, every, its, their, our, contact us, call us, ask us, will, unless, during, future, additional, single, first, next, one, two, three, time, once, up, following, receipt, valid, period, expires, expiry, expire, delete, deleted, remove, removed, erased, destroyed, kill, killed, purge, purged, withhold, taken, down, between, end, beginning, mid, system, systems, server, servers, line, copy, file, files, pool, news, reporting, report, coverage, purpose, purposes, current, event, events, member, members, mandatory, obligatory, required, compulsory, day, days, week, weeks, hour, hours, month, months, year, years, maximum, max, embargo, embargoed, hold, please, note, attention, editors, contact, written, permission, consent, prior, agreement, fee, fees, free, subject, condition, conditions, terms, connection, service, provided, supplier, restriction, restrictions, restricted, limited, limit, illustrate, narch, 3tp, salesout, euo, fortnight, thereafter, noon, midnight, monday, tuesday, wednesday, thursday, friday, saturday, sunday, campaign, campaigns, utc, gmt, bst, am, pm, est, edt, cet, cest',
    'exception, suppression, supprime*, efface*, obligatoire, obligatoires, source, photographe, document, monde, entier, jour, jours, semaine, semaines, mois, heure, heures, an, ans, annee, delai, duree, compter, reception, partir, jusqu, unique, seule, seul, fois, sous, ecrite, support, supports, valable, valables, libre, depuis, pendant, durant, strictement, but, journalistique, marketing, restreint, restreinte, limite, limitee, reserve, reservee, parution, parutions',
    'mit, unter, ab, bis, gegen, binnen, frei, honorarfrei, honorarpflichtig, kostenlos, kostenfrei, dritte, dritten, mitglied*, bezieher, dienst, dienstes, berichterstattung, aktuellen, aktuelle, aktueller, zusammenhang, rahmen, texte, beitrag, artikel, urheber, urhebers, fotograf, fotografen, agentur, quelle, pflicht, obligatorisch, zwingend, erforderlich, vollstandige*, vorstehende*, genannten, einmalig, einmalige*, einmal, geloscht, entfernt, entfernen, wieder, bitte, angeben, nennen, ende, anfang, mitte, vom, allen, systemen, tag, tage, tagen, woche, wochen, monat, monate, monaten, stunde, stunden, ubermittlung, erhalt, maximal, hochstens, achtung, hinweis, sperrfrist, loschen, uhr, frist, befristet*',
    'restringido, restringida, limitado, limitada, obligatorio, obligatoria, fuente, autor, agencia, articulo, mundo, todo, toda, todos, dia, dias, semana, semanas, mes, meses, hora, horas, ano, anos, plazo, desde, maximo, unico, unica, sola, vez, embargado, escrita, dentro, durante, finales, principios, mediados, borrar, eliminar, eliminado, eliminada, imprescindible',
  )],
]; // prettier-ignore
