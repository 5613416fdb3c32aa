/// The `{name}`s of a text.
enum TextPlaceholders {
    enum Piece: Hashable { case text(Substring), name(Substring) }

    /// The names, or nil when a brace stands alone or a name is none.
    static func names(in text: String) -> Set<String>? {
        pieces(of: text).map { pieces in
            Set(pieces.compactMap { if case .name(let name) = $0 { String(name) } else { nil } })
        }
    }

    static func pieces(of text: String) -> [Piece]? {
        var pieces: [Piece] = []
        var rest = text[...]
        while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            guard rest[open] == "{", let close = rest[open...].firstIndex(of: "}") else { return nil }
            let name = rest[rest.index(after: open)..<close]
            guard TemplateName.isName(name) else { return nil }
            pieces += [.text(rest[..<open]), .name(name)]
            rest = rest[rest.index(after: close)...]
        }
        return pieces + [.text(rest)]
    }
}
