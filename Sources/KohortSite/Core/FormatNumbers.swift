import KohortCore

extension Format {
    /// `69 000`, with a space that does not break; in English `69,000`.
    func number(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var groups: [Substring] = []
        var rest = digits[...]
        while !rest.isEmpty {
            groups.insert(rest.suffix(3), at: 0)
            rest = rest.dropLast(3)
        }
        return (number < 0 ? "−" : "") + groups.joined(separator: language == .en ? "," : "\u{A0}")
    }

    /// `33,3`, rounded half away from zero.
    func decimal(_ number: Double, places: Int = 1) -> String {
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        let scaled = Int((number.magnitude * Double(scale)).rounded())
        let sign = number < 0 && scaled > 0 ? "−" : ""
        guard places > 0 else { return sign + self.number(scaled) }
        let fraction = String(scaled % scale)
        let padded = String(repeating: "0", count: places - fraction.count) + fraction
        return sign + self.number(scaled / scale) + (language == .en ? "." : ",") + padded
    }

    /// `84 %`; in English without the space.
    func percent(_ share: Double) -> String {
        decimal(share * 100, places: 0) + (language == .en ? "%" : "\u{A0}%")
    }

    /// `2,4 MB`, by the decimal units that file managers and our limits use; whole where that is exact.
    func size(_ bytes: Int64) -> String {
        if bytes < 1000 { return "\(bytes)\u{A0}B" }
        if bytes < 999_500 { return "\((bytes + 500) / 1000)\u{A0}kB" }
        let isWhole = bytes % 1_000_000 == 0
        return decimal(Double(bytes) / 1_000_000, places: isWhole ? 0 : 1) + "\u{A0}MB"
    }

    /// `Umeå, Piteå och Norsjö`
    func list(_ items: [String]) -> String {
        guard items.count > 1, let last = items.last else { return items.first ?? "" }
        let and =
            switch language {
            case .nb: "og"
            case .sv: "och"
            case .en: "and"
            }
        return items.dropLast().joined(separator: ", ") + " \(and) \(last)"
    }
}
