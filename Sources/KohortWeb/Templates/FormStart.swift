/// Where the forms of a template begin that change something.
enum FormStart {
    /// The template with `markup` right after the opening tag of each form that is sent by POST. No line is added.
    static func adding(_ markup: String, to text: String) -> String {
        var (changed, rest) = ("", text[...])
        while let form = rest.firstRange(of: "<form"), let end = end(of: rest[form.upperBound...]) {
            let tag = rest[..<end]
            changed += tag + (tag[form.lowerBound...].contains("method=\"post\"") ? markup : "")
            rest = rest[end...]
        }
        return changed + rest
    }

    /// Behind the tag's `>`; one within a tag of the template or within quotes is none.
    private static func end(of rest: Substring) -> Substring.Index? {
        var (rest, isQuoted) = (rest, false)
        while let first = rest.first {
            if rest.hasPrefix("{{") {
                guard let close = rest.firstRange(of: "}}") else { return nil }
                rest = rest[close.upperBound...]
                continue
            }
            if first == "\"" { isQuoted.toggle() }
            rest = rest.dropFirst()
            if first == ">", !isQuoted { return rest.startIndex }
        }
        return nil
    }
}
