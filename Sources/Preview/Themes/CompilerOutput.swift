import Diagnostics

/// What Swift's compiler and linker, and its package manager, say of a build that failed.
enum CompilerOutput {
    /// What is wrong, each thing once, in the order in which it was said.
    /// - Parameter package: the folder to which paths in it are given.
    static func problems(in output: String, package: String) -> [Diagnostic] {
        var placed: [Diagnostic] = []
        var others: [Diagnostic] = []
        for line in output.split(whereSeparator: \.isNewline) {
            guard let message = Message(line) else { continue }
            if message.isNote {
                add(message, to: &placed)
            } else if message.path.isEmpty {
                others.append(message.diagnostic(in: package))
            } else {
                placed.append(message.diagnostic(in: package))
            }
        }
        // That the compiler or the linker has failed is no news where they say why.
        let found = placed.isEmpty ? others : placed
        return found.isEmpty ? [unexplained(output)] : withoutRepetitions(found)
    }

    /// A line that says something: `/paper/Themes/A.swift:20:22: error: cannot find 'itm' in scope`.
    private struct Message {
        var path = ""
        var line = 0
        var column = 0
        var isNote: Bool
        var text: String

        init?(_ text: Substring) {
            guard let match = text.wholeMatch(of: #/(?:(/.+?):(\d+):(?:(\d+):)? |.*?)(error|note): (.+)/#) else {
                return nil
            }
            if let path = match.1 {
                self.path = String(path)
                line = match.2.flatMap { Int($0) } ?? 0
                column = match.3.flatMap { Int($0) } ?? 0
            }
            isNote = match.4 == "note"
            self.text = String(match.5)
            // The lines of the source, which are shown anyway, have it below them again.
            if text.drop(while: { $0 == " " || $0.isNumber }).first == "|" { return nil }
        }

        func diagnostic(in package: String) -> Diagnostic {
            let isInside = path.hasPrefix(package + "/")
            return Diagnostic(
                .error, path: isInside ? String(path.dropFirst(package.count + 1)) : path, line: line, column: column,
                text)
        }
    }

    /// A note says more of the error before it.
    private static func add(_ note: Message, to problems: inout [Diagnostic]) {
        guard let last = problems.indices.last, problems[last].hint.isEmpty else { return }
        problems[last].hint = note.text.prefix(1).uppercased() + note.text.dropFirst() + "."
    }

    private static func withoutRepetitions(_ problems: [Diagnostic]) -> [Diagnostic] {
        var known: Set<Diagnostic> = []
        return problems.filter { problem in
            var problem = problem
            problem.hint = ""
            return known.insert(problem).inserted
        }
    }

    private static func unexplained(_ output: String) -> Diagnostic {
        let lines = output.split(whereSeparator: \.isNewline).suffix(5).joined(separator: "\n")
        return .error("the program could not be built", hint: lines.isEmpty ? "Run swift build to see why." : lines)
    }
}
