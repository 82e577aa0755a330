const longestSide = 1600;

/** Draws a photo anew at a size that a weak line carries; the file as it is where the phone cannot draw it. */
export async function shrinkPhoto(file: File): Promise<Blob> {
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const drawn = await new Promise<Blob | null>((settle) => canvas.toBlob(settle, 'image/jpeg', 0.8));
    return drawn ?? file;
  } catch {
    return file;
  }
}
