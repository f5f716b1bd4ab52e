import Press

/// A list as people read it: aligned columns, one line an item, so that other programs can take it apart. How many
/// there are stands on standard error.
struct InventoryReport {
    private let inventory: Inventory

    init(_ inventory: Inventory) {
        self.inventory = inventory
    }

    func print() {
        for line in lines { Console.say(line) }
        Console.complain(summary)
    }

    var lines: [String] {
        // What is not known is a hyphen, so that every line has as many columns.
        let rows = inventory.items.map { item in
            (
                count: item.count.map(String.init), date: item.date ?? "-", path: item.path,
                name: item.name.split(whereSeparator: \.isNewline).joined(separator: " ")
            )
        }
        let counts = rows.compactMap { $0.count?.count }.max() ?? 0
        let dates = rows.map(\.date.count).max() ?? 0
        let paths = rows.map(\.path.count).max() ?? 0
        return rows.map { row in
            let count = row.count.map { String(repeating: " ", count: counts - $0.count) + $0 + "  " } ?? ""
            return count + row.date.filled(to: dates) + "  " + row.path.filled(to: paths) + "  " + row.name
        }
    }

    private var summary: String {
        let number = inventory.items.count
        switch inventory.subject {
        case .drafts: return count(number, "draft")
        case .scheduled: return "\(number) scheduled"
        case .expired: return "\(number) expired"
        case .undated: return "\(number) without a date"
        case .topics: return count(number, "topic")
        case .authors: return count(number, "author")
        case .sections: return count(number, "section")
        }
    }
}

extension String {
    fileprivate func filled(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}

/// A list as programs read it: one JSON object.
struct JSONInventory: Encodable {
    private struct Item: Encodable {
        var count: Int?
        var date: String?
        var name: String
        var path: String
    }

    private var count: Int
    private var items: [Item]
    private var list: String

    init(_ inventory: Inventory) {
        count = inventory.items.count
        items = inventory.items.map { Item(count: $0.count, date: $0.date, name: $0.name, path: $0.path) }
        list = inventory.subject.rawValue
    }
}
