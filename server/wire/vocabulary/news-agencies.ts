import { rowsOf, type Agency } from './agency';

const news = rowsOf('news');

/** News agencies, by continent. Names of brands are facts; no text of theirs is copied here. */
export const NEWS_AGENCIES: readonly Agency[] = [
  // World
  news('AFP', 'FR', {
    fullName: 'Agence France-Presse',
    aliases:
      'AFP Photo | AFP Photos | AFP Foto | AFP Forum | AFP or licensors | AFPTV | afp.com | أ ف ب | فرانس برس | ' +
      'وكالة فرانس برس | 法新社 | 法国新闻社 | AFP通信 | フランス通信 | フランス通信社 | AFP통신 | АФП | Франс Пресс',
    misspellings: 'Agence France Press | Agency France Presse | Agence France Prese | Agence-France Press',
    credit: 'AFP',
    creditTemplate: '{byline} / AFP',
    copyrightHolder: 'AFP',
    copyrightNotice: '© {year} AFP',
  }),
  news('AP', 'US', {
    fullName: 'The Associated Press',
    aliases:
      'AP Photo | AP Photos | AP Images | AP Foto | AP Video | Associated Press | APTN | أسوشيتد برس | أسوشييتد برس | ' +
      '美联社 | 美聯社 | AP通信 | AP통신 | Ассошиэйтед Пресс',
    misspellings: 'Assocated Press | Asociated Press | Associatied Press | Associate Press | Assosiated Press',
    credit: 'AP',
    creditTemplate: 'AP Photo/{byline}',
    collections: 'Invision',
    namesCollections: true,
    copyrightHolder: 'The Associated Press',
    copyrightNotice: 'Copyright {year} The Associated Press. All rights reserved.',
  }),
  news('Reuters', 'GB', {
    aliases:
      'Thomson Reuters | Reuters Connect | Reuters Pictures | Reuters Photo | Reuters Limited | Reuters TV | ' +
      'reuters.com | رويترز | 路透社 | 路透 | Рейтер | Рейтерс | ロイター | ロイター通信 | 로이터 | 로이터통신',
    surnames: 'Reuter',
    misspellings: 'Retuers | Reuetrs | Rueters | Reutes | Reutres | Reuteres | Ruters | Reuers | Reutrers',
    credit: 'Reuters',
    creditTemplate: 'REUTERS/{byline}',
    copyrightHolder: 'Thomson Reuters',
    copyrightNotice: '© Thomson Reuters {year}',
  }),
  news('UPI', 'US', { fullName: 'United Press International', aliases: 'UPI Photo', creditTemplate: 'UPI/{byline}' }),
  news('Bloomberg', 'US', {
    fullName: 'Bloomberg News',
    aliases: 'Bloomberg L.P. | Bloomberg Finance L.P.',
    onlyAlone: true,
  }),
  news('EFE', 'ES', {
    fullName: 'Agencia EFE',
    aliases: 'Agencia EFE, S.A. | EFE News | EFE Servicios',
    creditTemplate: 'EFE/{byline}',
    copyrightHolder: 'EFE',
    copyrightNotice: '© EFE {year}',
  }),

  // Western Europe
  news('dpa', 'DE', {
    fullName: 'Deutsche Presse-Agentur',
    aliases:
      'Deutsche Presse-Agentur GmbH | German Press Agency | dpa-infocom | dpa-infografik | dpa-tmn | ' +
      'dpa-Zentralbild | dpa-Bildfunk | www.dpa.de',
    misspellings: 'Deutsche Press-Agentur | Deutsche Presse-Agenteur | Deutsche Pressse-Agentur',
    creditTemplate: '{byline}/dpa',
    copyrightHolder: 'dpa',
  }),
  news('PA', 'GB', {
    fullName: 'PA Media',
    aliases:
      'pa | Press Association | The Press Association | PA Wire | PA Images | PA Photos | PA Photo | ' +
      'PA Archive | PA Graphics | PA Sport | PA News | PA Media Group | PA Wire/PA Images | ' +
      'PA Wire/PA Photos | PA Archive/PA Images | PA Archive/PA Photos | Press Association Images | ' +
      'Press Association Photos | Press Association Wire | Empics',
    misspellings: 'Press Assocation | Press Associaton | Press Assoication',
    credit: 'PA',
    standsLast: true,
    creditTemplate: '{byline}/PA',
    copyrightHolder: 'PA Media',
    onlyAlone: true,
  }),
  news('ANSA', 'IT', {
    fullName: 'Agenzia Nazionale Stampa Associata',
    aliases: 'Agenzia ANSA | ANSA Foto | ansa.it',
    creditTemplate: 'ANSA/{byline}',
    copyrightHolder: 'ANSA',
  }),
  news('Adnkronos', 'IT'),
  news('LaPresse', 'IT', { onlyAlone: true }),
  news('AGI', 'IT', { fullName: 'Agenzia Giornalistica Italia', onlyAlone: true }),
  news('ATS', 'CH', {
    fullName: 'Keystone-ATS',
    aliases:
      'Keystone-SDA | Keystone-SDA-ATS | Schweizerische Depeschenagentur | ' +
      'Agence télégraphique suisse | sda | SDA-ATS',
    onlyAlone: true,
  }),
  news('APA', 'AT', {
    fullName: 'Austria Presse Agentur',
    aliases: 'APA-Images | APA-Foto | APA-PictureDesk | apa.at | Austria Press Agency',
    creditTemplate: 'APA/{byline}',
    onlyAlone: true,
  }),
  news('Belga', 'BE', {
    fullName: 'Belga News Agency',
    aliases: 'Agence Belga | Belga Photo | Belgaimage | Belga Mag',
    creditTemplate: 'BELGA PHOTO {byline}',
    onlyAlone: true,
  }),
  news('ANP', 'NL', {
    fullName: 'Algemeen Nederlands Persbureau',
    aliases: 'ANP Foto | ANP Photo',
    creditTemplate: '{byline} / ANP',
  }),
  news('Europa Press', 'ES', { copyrightHolder: 'Europa Press' }),
  news('Lusa', 'PT', { fullName: 'Agência Lusa', aliases: 'Lusa Agência de Notícias de Portugal', onlyAlone: true }),
  news('ANA-MPA', 'GR', {
    fullName: 'Athens-Macedonian News Agency',
    aliases:
      'AMNA | ANA | ANA-MPA Photo | ΑΠΕ-ΜΠΕ | Athens News Agency | ' +
      'ΑΘΗΝΑΪΚΟ ΠΡΑΚΤΟΡΕΙΟ ΕΙΔΗΣΕΩΝ - ΜΑΚΕΔΟΝΙΚΟ ΠΡΑΚΤΟΡΕΙΟ ΕΙΔΗΣΕΩΝ',
    onlyAlone: true,
  }),
  news('SID', 'DE', { fullName: 'Sport-Informations-Dienst', onlyAlone: true }),
  news('KNA', 'DE', { fullName: 'Katholische Nachrichten-Agentur', aliases: 'KNA-Bild' }),
  news('epd', 'DE', { fullName: 'Evangelischer Pressedienst', aliases: 'epd-bild' }),
  news('DAPD', 'DE', { fullName: 'dapd Nachrichtenagentur' }),
  news('ddp', 'DE', { fullName: 'ddp images', aliases: 'ddp images/dapd | ddp media' }),

  // Nordic and Baltic countries
  news('NTB', 'NO', {
    fullName: 'Norsk Telegrambyrå',
    aliases: 'NTB scanpix | Scanpix Norway | NTB Kommunikasjon',
    creditTemplate: '{byline} / NTB',
  }),
  news('TT', 'SE', {
    fullName: 'TT Nyhetsbyrån',
    aliases: 'TT News Agency | TT Bild | TT Nyhetsbyran | Tidningarnas Telegrambyrå',
    creditTemplate: '{byline}/TT',
    onlyAlone: true,
  }),
  news('Ritzau', 'DK', {
    fullName: 'Ritzaus Bureau',
    aliases: 'Ritzau Scanpix | Ritzau Foto | Scanpix Denmark | Scanpix',
    creditTemplate: '{byline}/Ritzau Scanpix',
  }),
  news('STT', 'FI', { fullName: 'Suomen Tietotoimisto', aliases: 'STT-Lehtikuva | STT/Lehtikuva' }),
  news('Lehtikuva', 'FI', { creditTemplate: '{byline} / Lehtikuva' }),
  news('BNS', 'EE LV LT', { fullName: 'Baltic News Service' }),
  news('LETA', 'LV', { onlyAlone: true }),
  news('ELTA', 'LT', { onlyAlone: true }),

  // Central and Eastern Europe
  news('PAP', 'PL', {
    fullName: 'Polska Agencja Prasowa',
    aliases: 'Polish Press Agency',
    onlyAlone: true,
  }),
  news('ČTK', 'CZ', { fullName: 'Česká tisková kancelář', aliases: 'Czech News Agency | ČTK Photo' }),
  news('TASR', 'SK', { fullName: 'Tlačová agentúra Slovenskej republiky' }),
  news('MTI', 'HU', { fullName: 'Magyar Távirati Iroda', aliases: 'MTI Fotó | MTI/MTVA | MTVA' }),
  news('Agerpres', 'RO', { fullName: 'Agenția Națională de Presă Agerpres', aliases: 'Agerpres Foto' }),
  news('Mediafax', 'RO', { aliases: 'Mediafax Foto' }),
  news('BTA', 'BG', {
    fullName: 'Bulgarian News Agency',
    aliases: 'БТА | Българска телеграфна агенция',
    onlyAlone: true,
  }),
  news('HINA', 'HR', { fullName: 'Hrvatska izvještajna novinska agencija', onlyAlone: true }),
  news('STA', 'SI', { fullName: 'Slovenska tiskovna agencija', onlyAlone: true }),
  news('Tanjug', 'RS', { aliases: 'Танјуг' }),
  news('Anadolu', 'TR', {
    fullName: 'Anadolu Agency',
    aliases: 'Anadolu Ajansı | Anadolu Images | وكالة الأناضول',
    onlyAlone: true,
  }),
  news('DHA', 'TR', { fullName: 'Demirören Haber Ajansı', aliases: 'Demirören News Agency' }),
  news('IHA', 'TR', { fullName: 'İhlas Haber Ajansı', aliases: 'Ihlas News Agency', onlyAlone: true }),
  news('TASS', 'RU', {
    fullName: 'TASS Russian News Agency',
    aliases:
      'ITAR-TASS | TASS Host Photo Agency | TASS News Agency | ТАСС | ИТАР-ТАСС | ' +
      'タス通信 | イタル・タス通信 | 塔斯社 | 타스통신 | وكالة تاس',
    creditTemplate: '{byline}/TASS',
    copyrightHolder: 'TASS',
  }),
  news('Sputnik', 'RU', {
    fullName: 'Rossiya Segodnya',
    aliases: 'RIA Novosti | RIA | Sputnik Images | РИА Новости | РИА',
    onlyAlone: true,
  }),
  news('Interfax', 'RU', { aliases: 'Интерфакс' }),
  news('Interfax-Ukraine', 'UA', { aliases: 'Інтерфакс-Україна' }),
  news('Ukrinform', 'UA', { aliases: 'Укрінформ' }),
  news('BelTA', 'BY', { fullName: 'Belarusian Telegraph Agency', aliases: 'БелТА', onlyAlone: true }),

  // Asia and Oceania
  news('Xinhua', 'CN', {
    fullName: 'Xinhua News Agency',
    aliases:
      'XinhuaNet | 新华社 | 新华网 | 新華社 | 新華網 | 新華社通信 | 신화통신 | 신화사 | Синьхуа | شينخوا | وكالة شينخوا',
    misspellings: 'Xinhau | Xinhu',
    copyrightHolder: 'Xinhua',
  }),
  news('CNS', 'CN', { fullName: 'China News Service', aliases: '中新社 | 中新网 | 中国新闻社', onlyAlone: true }),
  news('CNA', 'TW', { fullName: 'Central News Agency', aliases: '中央社', onlyAlone: true }),
  news('Kyodo', 'JP', {
    fullName: 'Kyodo News',
    aliases:
      'Kyodo News Agency | Kyodo News Service | Kyodo Photo | 共同通信 | 共同通信社 | 共同社 | 共同 | 교도통신 | Киодо | كيودو',
    misspellings: 'Kyoto News',
    creditTemplate: '{byline}/Kyodo News',
  }),
  news('Jiji', 'JP', {
    fullName: 'Jiji Press',
    aliases: 'Jiji Press Photo | 時事通信 | 時事通信社 | 時事 | 时事社',
  }),
  news('Yonhap', 'KR', {
    fullName: 'Yonhap News Agency',
    aliases: 'Yonhap News | 연합뉴스 | 韩联社 | 韓聯社 | 聯合ニュース | Ёнхап | Рёнхап | Ренхап | يونهاب',
  }),
  news('Newsis', 'KR', { aliases: '뉴시스' }),
  news('KCNA', 'KP', { fullName: 'Korean Central News Agency', aliases: 'KCNA via KNS | 조선중앙통신 | 朝中社' }),
  news('PTI', 'IN', { fullName: 'Press Trust of India', aliases: 'PTI Photo | PTI Graphics' }),
  news('ANI', 'IN', { fullName: 'Asian News International', aliases: 'ANI Photo', onlyAlone: true }),
  news('IANS', 'IN', { fullName: 'Indo-Asian News Service' }),
  news('APP', 'PK', { fullName: 'Associated Press of Pakistan', aliases: 'APP Photo', onlyAlone: true }),
  news('VNA', 'VN', { fullName: 'Vietnam News Agency', aliases: 'TTXVN | Thông tấn xã Việt Nam' }),
  news('Bernama', 'MY', { aliases: 'Malaysian National News Agency | Bernama Photo' }),
  news('Antara', 'ID', {
    fullName: 'Antara News Agency',
    aliases: 'Antara Foto | Antara News',
    onlyAlone: true,
  }),
  news('PNA', 'PH', { fullName: 'Philippine News Agency', aliases: 'PNA Photo', onlyAlone: true }),
  news('AAP', 'AU', {
    fullName: 'Australian Associated Press',
    aliases: 'AAP Image | AAPIMAGE | AAP Images | AAP Photo | AAP Photos',
    credit: 'AAP',
    creditTemplate: '{byline}/AAP',
    copyrightHolder: 'Australian Associated Press',
  }),

  // Middle East and Africa
  news('IRNA', 'IR', { fullName: 'Islamic Republic News Agency', aliases: 'ایرنا' }),
  news('ISNA', 'IR', { fullName: 'Iranian Students News Agency', aliases: 'ایسنا' }),
  news('WAM', 'AE', { fullName: 'Emirates News Agency', aliases: 'وام', onlyAlone: true }),
  news('SPA', 'SA', { fullName: 'Saudi Press Agency', aliases: 'واس | وكالة الأنباء السعودية', onlyAlone: true }),
  news('SANA', 'SY', { fullName: 'Syrian Arab News Agency', aliases: 'سانا', onlyAlone: true }),
  news('MENA', 'EG', { fullName: 'Middle East News Agency', onlyAlone: true }),
  news('MAP', 'MA', {
    fullName: 'Maghreb Arabe Presse',
    aliases: 'Maghreb Arab Press | Agence Marocaine de Presse | و م ع',
    onlyAlone: true,
  }),
  news('APS', 'DZ', {
    fullName: 'Algérie Presse Service',
    aliases: 'Agence de presse algérienne | وأج',
    onlyAlone: true,
  }),
  news('TAP', 'TN', { fullName: 'Tunis Afrique Presse', aliases: 'وات', onlyAlone: true }),
  news('NAN', 'NG', { fullName: 'News Agency of Nigeria', onlyAlone: true }),
  news('PANA', 'SN', { fullName: 'Panapress', aliases: 'Panafrican News Agency', onlyAlone: true }),

  // The Americas
  news('The Canadian Press', 'CA', {
    aliases: 'CP | Canadian Press | La Presse Canadienne | CP Images | The Canadian Press Images',
    creditTemplate: 'THE CANADIAN PRESS/{byline}',
    copyrightHolder: 'The Canadian Press',
    onlyAlone: true,
  }),
  news('TNS', 'US', { fullName: 'Tribune News Service', aliases: 'Tribune Content Agency | TCA', onlyAlone: true }),
  news('Agência Brasil', 'BR', { aliases: 'ABr | Agência Brasil/EBC' }),
  news('Télam', 'AR', { aliases: 'Agencia Télam' }),
  news('Noticias Argentinas', 'AR', { aliases: 'Agencia NA' }),
  news('Notimex', 'MX', { aliases: 'Agencia Notimex' }),
  news('Andina', 'PE', { fullName: 'Agencia Andina', aliases: 'ANDINA Difusión', onlyAlone: true }),
  news('Prensa Latina', 'CU', { aliases: 'Agencia Prensa Latina' }),
];
