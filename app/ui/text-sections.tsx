/** Headings with a paragraph each, as on the pages that explain something. */
export function TextSections({ sections }: { sections: readonly { title: string; text: string }[] }) {
  return sections.map((section) => (
    <section key={section.title} className="stack stack--small">
      <h2 className="kern-heading-small">{section.title}</h2>
      <p>{section.text}</p>
    </section>
  ));
}
