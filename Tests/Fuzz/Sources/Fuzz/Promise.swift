/// What must hold for every input: ends the program if it does not, so that libFuzzer keeps the input.
func promise(_ holds: Bool, _ what: @autoclosure () -> String) {
    if !holds { fatalError(what()) }
}

extension Collection where Element: Equatable {
    func contains(run: some Collection<Element>) -> Bool {
        guard let first = run.first else { return true }
        var rest = self[...]
        while let start = rest.firstIndex(of: first) {
            rest = rest[start...]
            if rest.starts(with: run) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}
