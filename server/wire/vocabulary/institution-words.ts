const words = (text: string): string[] => text.split(' ');
const phrases = (text: string): string[] => text.split(' | ');

/**
 * What tells an institution that hands out pictures from a person, in English, French, German and Spanish, and of Italian
 * and Portuguese what is near. Lower case, without accents. A word is here only where it is no family name and no given
 * name: "Guard", "House", "Castle", "Court", "Marina" and "Palacio" are, so only whole names with them are in the tables
 * below.
 */
export const INSTITUTION_WORDS: ReadonlySet<string> = new Set([
  // Heads of state, governments, parliaments
  ...words('palace palais presidency presidential presidence presidencia presidenza ministry ministere ministerium'),
  ...words('ministerio ministero ministerie ministeries government gouvernement regierung gobierno governo parliament'),
  ...words('parlement parlament parlamento senate senat senado congress congreso assemblee embassy ambassade'),
  ...words('botschaft embajada ambasciata consulate consulat konsulat consulado chancellery kanzleramt elysee'),
  ...words('matignon moncloa quirinale kremlin pentagon secretariat prefecture mairie ayuntamiento rathaus landkreis'),
  ...words('landratsamt generalitat xunta fiscalia alcaldia municipality municipalidad'),
  // Police, rescue, forces
  ...words('police policia polizei polizia politie gendarmerie gendarmeria carabinieri carabineros constabulary nypd'),
  ...words("lapd fbi sheriff’s sheriff's questura staatsanwaltschaft feuerwehr pompiers sapeurs-pompiers bomberos"),
  ...words(
    'firefighters coastguard kustenwache douane douanes customs army navy armed military armee ejercito exercito',
  ),
  ...words('esercito forces troops bundeswehr luftwaffe battalion brigade regiment squadron command centcom defence'),
  ...words('defense dod nato interpol europol frontex'),
  // Science, health, schools, the arts
  ...words('nasa noaa usgs unicef unhcr unesco wwf greenpeace zoo zoologico tierpark aquarium university universite'),
  ...words('universitat universidad universita universidade hochschule college school academy academie akademie'),
  ...words('laboratory laboratories observatory hospital hopital klinikum krankenhaus museum musee museo'),
  ...words('theatre theater teatro orchestra orchestre orchester philharmonic ballet circus bibliothek bibliotheque'),
  // Traffic
  ...words('airport aeroport aeropuerto flughafen airlines airways railway railways'),
  // Clubs
  ...words('fc cf afc vfb vfl tsv bsc hotspur rovers wanderers athletic atletico borussia eintracht olympique dynamo'),
  ...words('dinamo spartak lokomotiv racing scuderia city'),
]);

/** Words that begin the name of an institution. They are family names, too, but no given names: "Stadt Velna", "Mira Stadt". */
export const INSTITUTION_FIRST: ReadonlySet<string> = new Set([
  ...words(
    'stadt landeshauptstadt gemeinde kreis land schloss chateau hotel bank banque banco banca junta ciudad camara',
  ),
  ...words('armada heer team groupe grupo gruppo fondation fundacion fundacao fondazione festival parc parque inter'),
]);

/** Names that hold no such word, and words that count in company only. */
export const INSTITUTION_NAMES: ReadonlySet<string> = new Set([
  ...phrases(
    'white house | blue house | clarence house | opera house | downing street | maison blanche | weisses haus',
  ),
  ...phrases('weißes haus | casa blanca | casa rosada | casa real | palacio real | palacio de la'),
  ...phrases('palacio nacional | palacio do planalto | palazzo chigi | supreme court | high court | central bank'),
  ...phrases('deutsche bank | deutsche bahn | windsor castle'),
  ...phrases('coast guard | national guard | border guard | revolutionary guard | swiss guard | home guard'),
  ...phrases('garde nationale | garde republicaine | guardia civil | guardia nacional | guardia costera'),
  ...phrases('guardia costiera | guardia di | guarda costeira | air force | space force | border force | task force'),
  ...phrases('police force | defence force | marine corps | marine nationale | marina militare | armada espanola'),
  ...phrases('secret service | press service | press office | proteccion civil | protezione civile | vigili del'),
  ...phrases('red cross | red crescent | croix rouge | croix-rouge | cruz roja | rotes kreuz | white helmets'),
  ...phrases('warner brothers | walt disney | red bull | real madrid | real sociedad | real betis | real academia'),
  ...phrases('real federacion | real valladolid | real zaragoza | bayern munchen | bayern munich | aston villa'),
  ...phrases('west ham | inter milan | inter miami | ac milan | as roma | as monaco | rc lens | rb leipzig'),
  ...phrases('hertha bsc | werder bremen | paris saint-germain | paris saint germain | stade de | juventus turin'),
]);

/** The most words of one of these names. */
export const MOST_INSTITUTION_WORDS = 3;

/** German writes them in one word: "Innenministerium", "Bundespolizei". */
export const INSTITUTION_COMPOUND =
  /^bundes\p{L}{4}|(?:ministerium|polizei|prasidium|feuerwehr|kanzlei|kanzleramt|universitat|hochschule|botschaft|regierung|stiftung|anwaltschaft|klinikum|krankenhaus|museum|theater|-zoo)$/u;
