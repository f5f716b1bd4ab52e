import Newspaper

extension Broadsheet {
    public func pullQuote(_ quote: PullQuote) -> HTML {
        """
        <figure class="pullquote">
        <blockquote>
        \(quote.text)</blockquote>
        \(quote.cite.map { "<figcaption>\($0)</figcaption>\n" })</figure>

        """
    }

    public func aside(_ aside: Aside) -> HTML {
        """
        <section class="aside"\(aside.title.map { " aria-label=\"\($0)\"" })>
        \(aside.title.map { "<h2>\($0)</h2>\n" })\(aside.text)</section>

        """
    }
}
