/** Files are known by their names from here on, so a second "photo.jpg" becomes "photo (2).jpg". */
export function withNames(before: readonly File[], added: readonly File[]): File[] {
  const taken = new Set(before.map(({ name }) => name));
  return [...before, ...added.map((file) => renamed(file, taken))];
}

function renamed(file: File, taken: Set<string>): File {
  let name = file.name;
  const dot = name.lastIndexOf('.');
  const [stem, end] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let copy = 2; taken.has(name); copy += 1) name = `${stem} (${String(copy)})${end}`;
  taken.add(name);
  return name === file.name ? file : new File([file], name, { type: file.type, lastModified: file.lastModified });
}
