/// Gives names numbers: names that differ only in case or white space have one number.
struct Register<Entry> {
    private(set) var entries: [Entry] = []
    /// Every spelling met so far, so that folding is done once for each.
    private var spellings: [String: Int] = [:]
    private var foldedNames: [String: Int] = [:]

    /// The number of a name; `make` makes the entry of one that is new.
    mutating func number(of name: String, make: (String) -> Entry) -> Int {
        if let known = spellings[name] { return known }
        let number = foldedNames[folded(name)] ?? add(make(name), named: name)
        spellings[name] = number
        return number
    }

    /// The number of a name that is known.
    func number(of name: String) -> Int? {
        spellings[name] ?? foldedNames[folded(name)]
    }

    /// A new entry that goes by `name`.
    @discardableResult
    mutating func add(_ entry: Entry, named name: String) -> Int {
        entries.append(entry)
        addName(name, for: entries.count - 1)
        return entries.count - 1
    }

    /// Changes what is known of an entry.
    mutating func update(_ number: Int, change: (inout Entry) -> Void) {
        change(&entries[number])
    }

    /// Another name for an entry; a name that is taken stays with whom it belongs to.
    mutating func addName(_ name: String, for number: Int) {
        if foldedNames[folded(name)] == nil { foldedNames[folded(name)] = number }
    }
}

/// Gives out slugs, each once: a second name with the same slug gets one that its own letters decide, so that it does
/// not depend on what else there is.
struct Slugs {
    private var taken: Set<String> = []

    mutating func slug(for name: String) -> String {
        let plain = Newspaper.slug(name)
        if taken.insert(plain).inserted { return plain }
        var candidate = plain + "-" + String(fingerprint(folded(name)), radix: 36)
        while !taken.insert(candidate).inserted { candidate += "-" }
        return candidate
    }
}

/// FNV-1a, the same on every machine.
private func fingerprint(_ text: String) -> UInt32 {
    text.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
}
