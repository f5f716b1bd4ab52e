import Diagnostics
import Markup
import Newspaper

extension Renderer {
    /// Renders pages on all cores and hands each to the publisher as soon as it is done.
    func render(_ pages: [PlannedPage], into publisher: Publisher) -> [Diagnostic] {
        parallelMap(pages.count) { number -> [Diagnostic] in
            let page = pages[number]
            do throws(MachineError) {
                let (html, diagnostics) = try render(page.content, at: page.path)
                publisher.put(html.bytes, at: page.path.file)
                return diagnostics
            } catch {
                return [.error(error)]
            }
        }.flatMap { $0 }
    }
}

extension Publisher {
    /// Takes what is published as it is.
    func copy(_ files: [String], from folder: String) {
        _ = parallelMap(files.count, chunk: 4) { copy(folder + "/" + files[$0], at: files[$0]) }
    }

    /// Takes what a theme brings along.
    func put(_ assets: [Asset]) {
        for asset in assets { put(asset.bytes, at: asset.path.file) }
    }
}
