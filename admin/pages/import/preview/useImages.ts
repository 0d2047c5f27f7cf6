import { useEffect, useMemo } from 'react';

/** The addresses of the dropped images, by file name. */
export type Images = ReadonlyMap<string, string>;

/** Browsers cannot draw every image (TIFF, some HEIC): such a file is offered all the same, without its picture. */
export function useImages(files: readonly File[]): Images {
  const images = useMemo(
    () => new Map(files.filter(isImage).map((file) => [file.name, URL.createObjectURL(file)])),
    [files],
  );
  useEffect(() => () => images.forEach((url) => URL.revokeObjectURL(url)), [images]);
  return images;
}

const isImage = (file: File) => file.type.startsWith('image/') || /\.(jpe?g|tiff?|heic|png|webp)$/i.test(file.name);
