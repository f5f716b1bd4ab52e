import Diagnostics
import Markup
import Newspaper
import Pictures

/// Makes the files that pictures are published as: each picture is decoded once for all of them.
struct PicturePrinting: Sendable {
    let pictures: PictureIndex
    let publisher: Publisher
    let folder: SiteFolder
    /// Where Output lies.
    let output: String
    /// Whether all are to be made anew.
    let startsClean: Bool

    /// All files that one picture is published as, and that are not there yet.
    struct Job: Sendable {
        /// In the listing, and in Content.
        var position: Int
        var file: String
        var orders: [Order]
    }

    /// One file.
    struct Order: Sendable {
        /// The edition's number of it.
        var number: Int
        /// In Output.
        var path: String
        var verdict: Verdict
        /// Nil for what stands at the picture's own address.
        var recipe: Pictures.Rendition?
    }

    /// Makes them on all cores; what became of the orders, by their numbers.
    func make(_ jobs: [Job], advance: @escaping @Sendable (Int) -> Void) -> [Int: Made] {
        let made = parallelChunks(jobs.count, chunk: 1) { chunk in
            chunk.flatMap { number in
                defer { advance(jobs[number].orders.count) }
                return make(jobs[number])
            }
        }
        return Dictionary(made.map { ($0.number, $0) }) { $1 }
    }

    /// What became of an order.
    struct Made: Sendable {
        var number: Int
        var file: PrintedFile
        /// Of what it was made from; 0 for the very file.
        var mark: UInt64
        /// Whether the picture had to be decoded for it.
        var isDeveloped = false
    }

    private func make(_ job: Job) -> [Made] {
        let picture = pictures.sitePicture(job.file, at: job.position)
        var made = job.orders.map { order in
            var file = PrintedFile(path: order.path)
            file.row.file = Fingerprint.of(order.path).value
            file.row.fingerprint = order.verdict.fingerprint?.value ?? 0
            return Made(number: order.number, file: file, mark: mark(of: order, picture))
        }
        // What is to be done, and for which of the orders: one may stand at two places.
        var copies: [Int] = []
        var renditions: [Pictures.Rendition: [Int]] = [:]
        for (index, order) in job.orders.enumerated() {
            if let stamp = remembered(order, made[index].mark) {
                made[index].file.row.stamp = stamp
            } else if let picture, let recipe = order.recipe ?? picture.clean, !picture.isOriginal(recipe) {
                renditions[recipe, default: []].append(index)
            } else {
                copies.append(index)
            }
        }
        let source = folder.content + "/" + job.file
        for index in copies {
            let path = job.orders[index].path
            made[index].file.attempt { () throws(MachineError) in try publisher.copy(source, at: path) }
            // Without libvips nobody knows what is in it: the next build asks again.
            if picture == nil, pictures.desk.whatIsLacking != nil { made[index].file.row.fingerprint = 0 }
        }
        guard let picture, !renditions.isEmpty else { return made }
        do {
            try develop(renditions, of: picture, source, &made)
        } catch {
            let failure = failure(error, of: job)
            for index in renditions.values.joined() { made[index].file.failure = failure }
        }
        return made
    }

    private func develop(
        _ renditions: [Pictures.Rendition: [Int]], of picture: SitePicture, _ source: String, _ made: inout [Made]
    ) throws {
        let recipes = Array(renditions.keys)
        let bytes = try FileSystem.read(source)
        try Darkroom.open().make(recipes, of: bytes, shrink: picture.shrink, keeping: picture.words) { number, bytes in
            for index in renditions[recipes[number]] ?? [] {
                let path = made[index].file.path
                made[index].isDeveloped = true
                made[index].file.attempt { () throws(MachineError) in
                    try publisher.put(HTML(trusted: bytes), at: path)
                }
            }
        }
    }

    /// What a file is made from, whichever program and theme make it.
    private func mark(of order: Order, _ picture: SitePicture?) -> UInt64 {
        guard let picture else { return 0 }
        var mark = Fingerprint.of(picture.stem)
        mark.add(order.path)
        if order.recipe == nil { mark.add(picture.clean?.width ?? 0) }
        return mark.value
    }

    /// The stamp of a file that an earlier build made, and that nobody has touched.
    private func remembered(_ order: Order, _ mark: UInt64) -> Stamp? {
        guard !startsClean, mark != 0, let made = pictures.desk.recalled().made[Fingerprint.of(order.path).value],
            made.fingerprint == mark,
            let status = FileSystem.status(output + "/" + order.path), status.kind == .file,
            status.stamp == made.stamp
        else { return nil }
        return made.stamp
    }

    private func failure(_ error: any Error, of job: Job) -> PrintedFile.Failure {
        let source = folder.source(job.file)
        switch error {
        case let error as MachineError: return .content(error)
        case let problem as PictureProblem:
            return .problem(.error("the picture \(problem.message)", path: source, hint: problem.hint))
        case let lack as Darkroom.Unavailable: return .problem(.lackOfLibvips(lack.reason, severity: .error))
        default: return .problem(.error("the picture cannot be made: \(error)", path: source))
        }
    }
}

extension PrintedFile {
    fileprivate mutating func attempt(_ place: () throws(MachineError) -> Publisher.Placed) {
        do throws(MachineError) {
            take(try place())
        } catch {
            failure = .machine(error)
        }
    }
}

extension Diagnostic {
    /// Pictures cannot be made.
    static func lackOfLibvips(_ reason: String, severity: Severity) -> Diagnostic {
        Diagnostic(
            severity, "pictures are published as they are, for libvips cannot be used: \(reason)",
            hint: "Install it (Debian calls it libvips42), and build with --clean; or write pictures: no in site.yml.")
    }
}
