import Markup
import Newspaper

/// A file on its way through the press. A few go together, step by step: each step finds its own code and tables in the
/// processor's caches, which the whole way of one page would overrun. That is some twentieth of a cold build.
struct Sheet {
    /// How many go together. Two or four gain less; of more, up to 64, no difference could be measured.
    static let count = 8

    let content: Layout.File
    private(set) var file: PrintedFile
    private var text = PageText.none
    /// A page's bytes.
    private(set) var html = HTML.empty

    init(content: Layout.File, file: PrintedFile) {
        self.content = content
        self.file = file
    }

    /// Lets cmark make HTML of a page's text.
    mutating func setText(by renderer: Renderer<some Theme>) {
        guard case .page(let page) = content else { return }
        do throws(MachineError) {
            text = try renderer.text(on: page)
        } catch {
            file.failure = .content(error)
        }
    }

    /// Lets the theme draw a page.
    mutating func drawPage(by renderer: Renderer<some Theme>) {
        guard case .page(let page) = content, file.failure == nil else { return }
        do throws(MachineError) {
            var text = PageText.none
            swap(&text, &self.text)
            let (html, notes) = try renderer.draw(page, text)
            self.html = html
            file.notes = notes.packed
            file.row.hasProblems = !notes.diagnostics.isEmpty
        } catch {
            file.failure = .content(error)
        }
    }
}
