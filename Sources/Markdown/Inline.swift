import Markup

extension HTML {
    /// One line of Markdown, such as a caption: emphasis, links and code, smart punctuation, no blocks, no raw HTML.
    public init(inlineMarkdown text: String) {
        self = HTML(text: text)
    }
}
