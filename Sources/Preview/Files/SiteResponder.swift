import Foundation

/// Answers requests for the pages and files of a site, and of its live reload.
struct SiteResponder: Sendable {
    let folder: ServedFolder
    let host: HostAddress
    let live: LiveSite

    func respond(to request: Request) -> Response {
        guard let asked = request["host"] else { return Response(RequestError.malformed) }
        guard host.accepts(asked) else {
            return Response(.misdirected, text: "This preview is not to be had under that name.")
        }
        guard request.method == "GET" || request.method == "HEAD" else {
            var response = Response(.methodNotAllowed, text: "Only GET and HEAD.")
            response.headers.append(("Allow", "GET, HEAD"))
            response.closes = true
            return response
        }
        if let response = reloadResponse(to: request) { return response }
        return HeaderRules(of: folder, live).applied(to: siteResponse(to: request), request)
    }

    // MARK: - Live reload

    /// No page can have an address below this one: what is hidden is not published.
    static let reloadPath = "/.stet/"

    private func reloadResponse(to request: Request) -> Response? {
        guard live.isReloading else { return nil }
        switch request.path {
        case SiteResponder.reloadPath + "reload.js":
            var response = Response(.ok)
            response.headers = [("Content-Type", ContentType.of("reload.js"))]
            response.body = .bytes(PackageResources.reload_js)
            return response
        case SiteResponder.reloadPath + "events":
            guard request.isFromOurPages else { return Response(.forbidden, text: "Only for the preview's own pages.") }
            var response = Response(.ok)
            response.headers = [("Content-Type", "text/event-stream")]
            response.body = .events(EventStream(live, since: request.lastEvent, page: request.page))
            return response
        default: return nil
        }
    }

    // MARK: - The site

    private func siteResponse(to request: Request) -> Response {
        let base = live.base
        guard base.isEmpty || request.path.hasPrefix(base + "/") else {
            let leadsToSite = request.path == "/" || request.path == base
            return leadsToSite ? .redirect(to: base + "/") : notFound
        }
        let encoded = request.path.dropFirst(base.count)
        guard let path = RequestPath(encoded) else { return notFound }
        let revision = live.revision
        switch folder.entry(at: path) {
        case .file(let file) where !path.isFolder:
            return response(file, named: path.file, at: revision, for: request)
        case .folder where !path.isFolder:
            return .redirect(to: request.path + "/" + (request.query.isEmpty ? "" : "?" + request.query))
        case .folder:
            let index = RequestPath(names: path.names + ["index.html"], isFolder: false)
            guard case .file(let file) = folder.entry(at: index) else { return notFound }
            return response(file, named: index.file, at: revision, for: request)
        default: return notFound
        }
    }

    /// - Parameter revision: taken before the file was opened, so that the page may be older than it thinks, but never
    ///   newer.
    private func response(_ file: OpenFile, named name: String, at revision: Int, for request: Request) -> Response {
        guard live.isReloading, ContentType.of(name) == ContentType.html, let page = try? file.whole() else {
            return Response(file, named: name, for: request)
        }
        return Response(page: live.addingScript(to: page, file: name, revision: revision), for: request)
    }

    /// The site's own page for addresses that lead nowhere, if it has one.
    private var notFound: Response {
        let revision = live.revision
        let name = "404.html"
        guard case .file(let file) = folder.entry(at: RequestPath(names: [name], isFolder: false)),
            let page = try? file.whole()
        else { return Response(.notFound, text: "There is nothing here.") }
        var response = Response(.notFound)
        response.headers = [("Content-Type", ContentType.html)]
        response.body = .bytes(live.isReloading ? live.addingScript(to: page, file: name, revision: revision) : page)
        return response
    }
}

extension Request {
    /// Whether it does not come from a page of somebody else's. Browsers say where it comes from, and nobody but they
    /// carries other people's pages.
    fileprivate var isFromOurPages: Bool {
        if let origin = self["origin"], origin.lowercased() != "http://\((self["host"] ?? "").lowercased())" {
            return false
        }
        return self["sec-fetch-site"].map { $0 == "same-origin" || $0 == "none" } ?? true
    }

    /// The file in Output of the page that asks for events; nil if it does not say.
    fileprivate var page: String? { parameter("page").flatMap(\.removingPercentEncoding) }

    /// The last event that the page knows of: the browser remembers it, and the page does before there was one.
    fileprivate var lastEvent: String? {
        self["last-event-id"] ?? parameter("since")
    }

    /// As it was sent.
    private func parameter(_ name: String) -> String? {
        query.split(separator: "&").first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
    }
}
