import { readXmp, xmpFieldTexts, xmpText, xmpTexts } from '../../../../server/wire/image/xmp';
import { DEFAULT_LIMITS } from '../../../../server/wire/limits';

const warnings: string[] = [];
const context = { limits: DEFAULT_LIMITS, warn: (code: string) => warnings.push(code) };

function read(description: string, attributes = ''): ReturnType<typeof readXmp> {
  const packet = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
      xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/" ${attributes}>${description}</rdf:Description></rdf:RDF>
    </x:xmpmeta>${' '.repeat(2000)}<?xpacket end="w"?>`;
  return readXmp(Buffer.from(packet), context);
}

describe('an XMP property', () => {
  test('may be an attribute, an element or a resource', () => {
    expect(xmpText(read('', 'photoshop:Credit="Fell"').get('photoshop:Credit'))).toBe('Fell');
    expect(xmpText(read('<photoshop:Credit> Fell &amp; Co </photoshop:Credit>').get('photoshop:Credit'))).toBe(
      'Fell & Co',
    );
    expect(xmpText(read('<plus:DataMining rdf:resource="urn:dmi"/>').get('plus:DataMining'))).toBe('urn:dmi');
  });

  test('may have any prefix, and a usual one that nobody declares', () => {
    const own = read('<a:Credit xmlns:a="http://ns.adobe.com/photoshop/1.0/">Fell</a:Credit>');
    expect(xmpText(own.get('photoshop:Credit'))).toBe('Fell');
    expect(xmpText(read('<xmpRights:WebStatement>u</xmpRights:WebStatement>').get('xmpRights:WebStatement'))).toBe('u');
  });

  test('of another vocabulary with the same local name is not taken for it', () => {
    const properties = read('<photoshop:Credit xmlns:photoshop="urn:other">Other</photoshop:Credit>');
    expect(properties.has('photoshop:Credit')).toBe(false);
  });

  test('may be a list', () => {
    const creators = read(
      '<dc:creator><rdf:Seq><rdf:li>Nils</rdf:li><rdf:li/><rdf:li>Akka</rdf:li></rdf:Seq></dc:creator>',
    );
    expect(xmpTexts(creators.get('dc:creator'))).toEqual(['Nils', 'Akka']);
    expect(xmpTexts(read('<dc:creator>Nils</dc:creator>').get('dc:creator'))).toEqual(['Nils']);
  });

  test('may be in several languages: the default counts, then the first', () => {
    const item = (language: string, text: string): string => `<rdf:li xml:lang="${language}">${text}</rdf:li>`;
    const both = read(`<dc:rights><rdf:Alt>${item('sv', 'Gäss')}${item('x-default', 'Geese')}</rdf:Alt></dc:rights>`);
    expect(xmpText(both.get('dc:rights'))).toBe('Geese');
    expect(xmpText(read(`<dc:rights><rdf:Alt>${item('sv', 'Gäss')}</rdf:Alt></dc:rights>`).get('dc:rights'))).toBe(
      'Gäss',
    );
  });

  test.each([
    [
      'a nested description',
      '<rdf:li><rdf:Description><plus:LicensorURL>u</plus:LicensorURL></rdf:Description></rdf:li>',
    ],
    ['a nested description with attributes', '<rdf:li><rdf:Description plus:LicensorURL="u"/></rdf:li>'],
    ['parseType Resource', '<rdf:li rdf:parseType="Resource"><plus:LicensorURL>u</plus:LicensorURL></rdf:li>'],
    ['attributes', '<rdf:li plus:LicensorURL="u"/>'],
    ['bare elements', '<rdf:li><plus:LicensorURL>u</plus:LicensorURL></rdf:li>'],
  ])('may be a list of structures as %s', (_how, item) => {
    const properties = read(`<plus:Licensor><rdf:Seq>${item}</rdf:Seq></plus:Licensor>`);
    expect(xmpFieldTexts(properties.get('plus:Licensor'), 'plus:LicensorURL')).toEqual(['u']);
  });

  test('may have qualifiers', () => {
    const qualified =
      '<rdf:Description><rdf:value>Fell</rdf:value><photoshop:City>x</photoshop:City></rdf:Description>';
    expect(xmpText(read(`<photoshop:Credit>${qualified}</photoshop:Credit>`).get('photoshop:Credit'))).toBe('Fell');
  });

  test('declares no entities', () => {
    warnings.length = 0;
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x:xmpmeta><rdf:RDF><dc:rights>&b;</dc:rights></rdf:RDF></x:xmpmeta>';
    expect(readXmp(Buffer.from(bomb), context).size).toBe(0);
    expect(warnings).toEqual(['xmp-unreadable']);
  });
});
