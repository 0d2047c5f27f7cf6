import { rowsOf, type Agency } from './agency';

const photo = rowsOf('photo');
const sport = rowsOf('sport');
const archive = rowsOf('archive');

/** Of agencies whose pictures may be printed under their name only, whatever a caption says. */
const MANDATORY = 'Mandatory credit.';

/** Photo agencies, sports photo agencies and picture libraries. */
export const PHOTO_AGENCIES: readonly Agency[] = [
  photo('EPA', 'DE', {
    restrictions: MANDATORY,
    fullName: 'European Pressphoto Agency',
    aliases:
      'epa | EPA-EFE | EPA/EFE | EPA Photo | EPA Images | European Press Photo Agency | ' +
      'European Pressphoto Agency B.V.',
    creditTemplate: 'EPA/{byline}',
    copyrightHolder: 'EPA',
    onlyAlone: true,
  }),
  photo('Getty Images', 'US', {
    restrictions: MANDATORY,
    aliases:
      'Getty | GettyImages | Getty Images North America | Getty Images Europe | Getty Images AsiaPac | ' +
      'Getty Images Sport | Getty Images Entertainment | Getty Images News | ' +
      'Getty Images Latin America | Getty Images South America | gettyimages.com | غيتي',
    misspellings: 'Getty Imges | Getty Image | Gettty Images | Getty Imagess | Gety Images',
    creditTemplate: '{byline}/Getty Images',
    collections:
      'FilmMagic | WireImage | Hulton | Hulton Archive | Bettmann | Bongarts | Corbis Historical | Redferns | ' +
      'LightRocket | Popperfoto | Moment RF | The Image Bank | DigitalVision | Photonica | Contour by Getty Images',
    namesCollections: true,
    copyrightHolder: 'Getty Images',
  }),
  photo('Shutterstock', 'US', {
    aliases: 'Shutterstock.com',
    misspellings: 'Shutterstok | Shuterstock | Shutter stock',
    creditTemplate: '{byline}/Shutterstock',
  }),
  photo('Rex Features', 'GB', {
    restrictions: `${MANDATORY} | For editorial use only.`,
    sellsExclusives: true,
    aliases:
      'Rex | REX/Shutterstock | Shutterstock Editorial | Rex Features Ltd | Rex USA | ' +
      'REX/Rex Features | Rex Images',
    sources: 'Rex Features | REX/Shutterstock | Shutterstock | Shutterstock Editorial',
    onlyAlone: true,
  }),
  photo('Alamy', 'GB', {
    aliases: 'Alamy Stock Photo | Alamy Stock | Alamy Images | Alamy.com | Alamy Stock Photos | Alamy Live News',
    credit: 'Alamy',
    creditTemplate: '{byline}/Alamy',
  }),
  photo('picture alliance', 'DE', {
    restrictions: MANDATORY,
    aliases: 'picture-alliance | picture alliance GmbH',
    suppliedBy: 'dpa',
    creditTemplate: 'picture alliance/dpa | {byline}',
  }),
  photo('NurPhoto', 'IT', { aliases: 'Nur Photo', misspellings: 'Nurphoto Agency' }),
  photo('ZUMA', 'US', {
    aliases:
      'ZUMA Press | ZUMA Wire | ZUMA Press Wire | ZUMAPRESS | ZUMAPRESS.com | ZUMA Images | ' +
      'ZUMA Press, Inc. | ZUMA Press Wire Service',
    onlyAlone: true,
  }),
  photo('Sipa', 'FR', { aliases: 'Sipa Press | Sipa USA | SIPAUSA | Sipa Presse' }),
  photo('Abaca', 'FR', { aliases: 'Abaca Press | ABACAPRESS.COM | AbacaPress', onlyAlone: true }),
  photo('Hans Lucas', 'FR', { onlyAlone: true }),
  photo('Starface', 'FR', { aliases: 'Starface Photo' }),
  photo('MAXPPP', 'FR', { aliases: 'PHOTOPQR/MAXPPP | PhotoPQR' }),
  photo('Imago', 'DE', {
    restrictions: `${MANDATORY} | For editorial use only.`,
    aliases: 'imago images | IMAGO/imago images | imago stock&people | imago sportfotodienst',
    creditTemplate: 'IMAGO/{byline}',
    onlyAlone: true,
  }),
  photo('action press', 'DE', { aliases: 'actionpress', onlyAlone: true }),
  photo('Keystone', 'CH', { restrictions: MANDATORY, aliases: 'Keystone Pictures | Photopress', onlyAlone: true }),
  photo('laif', 'DE', { onlyAlone: true }),
  photo('Contacto', 'ES', { aliases: 'Contactophoto | Contacto Photo', onlyAlone: true }),
  photo('Agencja Wyborcza', 'PL', { aliases: 'Agencja Wyborcza.pl' }),
  photo('Forum', 'PL', { aliases: 'Agencja Forum | Forum Polska Agencja Fotografów', onlyAlone: true }),
  photo('SOPA Images', 'HK', { aliases: 'SOPA | SOPA Images Limited', onlyAlone: true }),
  photo('Polaris', 'US', { aliases: 'Polaris Images', onlyAlone: true }),
  photo('Redux', 'US', { aliases: 'Redux Pictures', onlyAlone: true }),
  photo('Magnum', 'US FR', { restrictions: MANDATORY, aliases: 'Magnum Photos', onlyAlone: true }),
  photo('VII', 'US', { aliases: 'VII Photo', onlyAlone: true }),
  photo('Splash News', 'US', { aliases: 'SplashNews.com | Splash | Splash News and Pictures', onlyAlone: true }),
  photo('Backgrid', 'US', { aliases: 'BACKGRID USA | Backgrid UK' }),
  photo('WENN', 'GB', { aliases: 'WENN.com | WENN Rights Ltd' }),
  photo('SWNS', 'GB', { aliases: 'South West News Service | SWNS.com' }),
  photo('Cover Images', 'GB', { aliases: 'Cover-Images.com', onlyAlone: true }),
  photo('LNP', 'GB', { aliases: 'London News Pictures | LNP Photo', onlyAlone: true }),
  photo('VWPics', 'US', { aliases: 'VW Pics' }),
  photo('Pacific Press', 'US', { aliases: 'Pacific Press Agency' }),
  photo('Middle East Images', 'FR', {}),
  photo('Depo Photos', 'TR', { aliases: 'Depophotos' }),
  photo('ActionAid Photo Library', 'GB', {}),
  photo('Ropi', 'IT', { onlyAlone: true }),
  photo('CrowdSpark', 'AU', {}),

  sport('Action Images', 'GB', {
    aliases: 'Action Images/Reuters | Action Images via Reuters',
    credit: 'Action Images/Reuters',
    creditTemplate: '{byline}/Action Images/Reuters',
  }),
  sport('USA Today Sports', 'US', {
    aliases: 'USA TODAY Sports Images | USA TODAY Network | US Presswire | USA Today Sports/Reuters',
    suppliedBy: 'Reuters',
  }),
  sport('Imagn', 'US', { aliases: 'Imagn Images | Imagn Content Services', suppliedBy: 'Reuters' }),
  sport('INPHO', 'IE', { aliases: 'INPHO Photography' }),
  sport('Sportsfile', 'IE', {}),
  sport('Sportsphoto', 'GB', {
    aliases: 'Sportsphoto Ltd | Sportsphoto Agency | Sportsphoto Limited',
    credit: 'Sportsphoto',
    suppliedBy: 'Allstar Picture Library',
  }),
  sport('Offside', 'GB', { aliases: 'Offside Sports Photography', onlyAlone: true }),
  sport('Colorsport', 'GB', { aliases: 'Colorsport Images' }),
  sport('ProSports', 'GB', { aliases: 'Pro Sports Images' }),
  sport('CSM', 'US', { aliases: 'Cal Sport Media | CSM Images', onlyAlone: true }),
  sport('DPPI', 'FR', { aliases: 'DPPI Media' }),
  sport('Panoramic', 'FR', { onlyAlone: true }),
  sport('Witters', 'DE', { onlyAlone: true }),
  sport('SNS', 'GB', { aliases: 'SNS Group', onlyAlone: true }),
  sport('Mexsport', 'MX', {}),

  archive('Allstar Picture Library', 'GB', {
    aliases: 'Allstar | Allstar Picture Library Ltd | Allstar Picture Library Limited | Allstar Collection',
    credit: 'Allstar',
    standsLast: true,
    namesCollections: true,
    titleCase: true,
  }),
  archive('Ronald Grant Archive', 'GB', {
    aliases: 'Ronald Grant | ronaldgrantarchive.com | www.ronaldgrantarchive.com | Ronald Grant Film Archive',
    credit: 'Ronald Grant',
  }),
  archive('Bridgeman Images', 'GB', {
    aliases: 'Bridgeman Art Library | The Bridgeman Art Library | Bridgeman',
    onlyAlone: true,
  }),
  archive('Mary Evans Picture Library', 'GB', { aliases: 'Mary Evans', onlyAlone: true }),
  archive('akg-images', 'DE', { aliases: 'akg images | akg' }),
  archive('ullstein bild', 'DE', { aliases: 'ullstein', onlyAlone: true }),
  archive('Süddeutsche Zeitung Photo', 'DE', { aliases: 'SZ Photo' }),
  archive('bpk', 'DE', { aliases: 'bpk-Bildagentur' }),
  archive('Roger-Viollet', 'FR', { onlyAlone: true }),
  archive('Everett Collection', 'US', { aliases: 'Everett', onlyAlone: true }),
  archive('Granger', 'US', {
    aliases: 'Granger Historical Picture Archive | The Granger Collection',
    onlyAlone: true,
  }),
  archive('Kobal', 'GB', { aliases: 'The Kobal Collection | Kobal Collection', onlyAlone: true }),
  archive('Photofest', 'US', {}),
  archive('Adobe Stock', 'US', {}),
  archive('iStock', 'US', { aliases: 'iStockphoto | iStock.com', suppliedBy: 'Getty Images' }),
  archive('Depositphotos', 'US', {}),
  archive('Dreamstime', 'US', { aliases: 'Dreamstime.com' }),
  archive('Corbis', 'US', { aliases: 'Corbis Images' }),
];
