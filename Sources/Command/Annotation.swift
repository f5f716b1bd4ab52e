import Diagnostics

extension Diagnostic {
    /// A workflow command of GitHub's, which shows the problem beside the line: `::error file=…,line=…,col=…::…`.
    /// - Parameter site: the site's folder, from where the workflow runs; GitHub wants paths from there.
    func annotation(in site: String) -> String {
        var properties: [String] = []
        if !path.isEmpty {
            let folder = site.split(separator: "/").filter { $0 != "." }.map { $0 + "/" }.joined()
            properties.append("file=" + ((site.hasPrefix("/") ? "/" : "") + folder + path).escapedAsProperty)
        }
        if line > 0 { properties.append("line=\(line)") }
        if line > 0, column > 0 { properties.append("col=\(column)") }
        let start = properties.isEmpty ? severity.rawValue : severity.rawValue + " " + properties.joined(separator: ",")
        return "::\(start)::" + (hint.isEmpty ? message : message + "\n" + hint).escapedAsData
    }
}

extension String {
    /// By scalars, for a line break of two is one character.
    private func escaped(_ signs: [Unicode.Scalar: String]) -> String {
        unicodeScalars.map { signs[$0] ?? String($0) }.joined()
    }

    fileprivate var escapedAsData: String { escaped(["%": "%25", "\r": "%0D", "\n": "%0A"]) }

    fileprivate var escapedAsProperty: String {
        escaped(["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
    }
}
