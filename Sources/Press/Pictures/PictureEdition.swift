import Diagnostics
import Newspaper
import Pictures

/// The pictures of one edition: which files there are of them, which of these are there already, and the others made.
struct PictureEdition: Sendable {
    /// For each file, whether it stays; and those that do not, in the same order.
    private(set) var verdicts: [Verdict] = []
    private(set) var made: [PrintedFile] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// How many files had to be made.
    private(set) var developed = 0
    /// What is to be remembered once it is published.
    var memory = PictureMemory()

    /// - Parameters:
    ///   - pictures: those of Content.
    ///   - copies: the layout's pictures, with what is to become of them.
    ///   - texts: the fingerprints of the paths of pictures that texts show.
    init(
        _ edition: Edition, _ pictures: PictureIndex, _ layout: Layout, copies: [(file: Layout.CopiedFile, Verdict)],
        texts: Set<UInt64>, with printing: PicturePrinting, _ progress: any BuildProgress
    ) {
        let uses = PictureUses(edition, pictures, texts: texts).uses
        var jobs: [PicturePrinting.Job] = []
        var orders: [PicturePrinting.Order] = []
        var shown: [SitePicture] = []
        for (file, verdict) in copies {
            if verdict.kept < 0, let problem = pictures.problemOfClean(file.name, at: file.row) {
                diagnostics.append(.isNotPublished(printing.folder.source(file.name), problem))
                continue
            }
            var own = [PicturePrinting.Order(number: orders.count, path: file.name, verdict: verdict)]
            if let use = uses[file.row], let picture = pictures.sitePicture(file.name, at: file.row),
                let renditions = picture.renditions
            {
                shown.append(picture)
                let stem = picture.stem
                if let taken = layout.fileAbove(stem) { diagnostics.append(.standsInTheWay(taken, of: "/" + stem)) }
                own += use.renditions(of: picture, renditions).enumerated().map { number, rendition in
                    PicturePrinting.Order(
                        number: orders.count + 1 + number, path: stem + rendition.suffix,
                        verdict: printing.verdict(stem + rendition.suffix), recipe: rendition.recipe)
                }
            }
            orders += own
            let missing = own.filter { $0.verdict.kept < 0 }
            if !missing.isEmpty {
                jobs.append(PicturePrinting.Job(position: file.row, file: file.name, orders: missing))
            }
        }
        diagnostics += PictureFindings(shown, in: printing.folder).diagnostics
        verdicts = orders.map(\.verdict)
        progress.begin(.pictures, of: jobs.reduce(0) { $0 + $1.orders.count })
        let results = printing.make(jobs, advance: progress.advance)
        made = orders.filter { $0.verdict.kept < 0 }.compactMap { results[$0.number]?.file }
        developed = results.values.count { $0.isDeveloped }
        remember(orders, results, pictures)
        if let lack = pictures.desk.whatIsLacking { diagnostics.append(.lackOfLibvips(lack, severity: .warning)) }
    }

    private mutating func remember(
        _ orders: [PicturePrinting.Order], _ results: [Int: PicturePrinting.Made], _ pictures: PictureIndex
    ) {
        let old = pictures.desk.recalled().made
        for order in orders {
            let path = Fingerprint.of(order.path).value
            if let made = results[order.number] {
                if made.mark != 0, made.file.failure == nil {
                    memory.made[path] = PictureMemory.Made(fingerprint: made.mark, stamp: made.file.row.stamp)
                }
            } else {
                memory.made[path] = old[path]
            }
        }
    }
}

extension PicturePrinting {
    /// Whether a size of a picture is there. Its name says all that it is made from.
    fileprivate func verdict(_ path: String) -> Verdict {
        let file = Fingerprint.of(path)
        guard let stock = publisher.stock, !stock.rows.isEmpty, let number = publisher.number(of: file.value),
            stock.rows[number].fingerprint == file.value, stock.isIntact(number), !startsClean
        else { return Verdict(fingerprint: file, kept: -1) }
        return Verdict(fingerprint: file, kept: Int32(number))
    }
}

extension Layout {
    /// A file that stands where a folder above `path` would have to be.
    fileprivate func fileAbove(_ path: String) -> String? {
        foldersAbove(path).first { !isFree($0) }
    }
}

extension Diagnostic {
    fileprivate static func standsInTheWay(_ file: String, of path: String) -> Diagnostic {
        .error(
            "/\(file) is a file, and pictures have their sizes in that folder: \(path)",
            hint: "Give the file another name.")
    }
}
