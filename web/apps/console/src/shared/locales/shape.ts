/** The same keys with any sentences: a translation that forgets one does not compile. */
export type Shape<Source> = {
  [Key in keyof Source]: Source[Key] extends string
    ? string
    : Source[Key] extends readonly string[]
      ? readonly string[]
      : Shape<Source[Key]>;
};
