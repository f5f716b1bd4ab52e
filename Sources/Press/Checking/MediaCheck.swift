import Diagnostics
import Markdown

/// Finds films without captions: who cannot hear them, or does not want to just now, has nothing of them.
struct MediaCheck {
    let diagnostics: [Diagnostic]

    init(_ texts: [CheckedText]) {
        diagnostics = texts.filter(\.isPublished).flatMap { text in
            text.references.compactMap { reference in
                guard reference.kind == .media(.video, hasCaptions: false) else { return nil }
                let name = reference.address.split(separator: "/").last.map(String.init) ?? ""
                let captions = (name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name) + ".vtt"
                return .warning(
                    "the video has no captions", at: reference.place, path: text.source,
                    hint: "Put \(captions) beside it (WebVTT): what is said, and what is heard, with its times.")
            }
        }
    }
}
