import Foundation

/// A form as it stands on a page: where it goes, and its fields as a reader finds them.
struct FoundForm: Sendable {
    struct Field: Sendable {
        let name: String
        let kind: String
        let value: String
        /// Of a choice, those that are there; the first one is taken where none is chosen.
        var choices: [String] = []
    }

    let action: String
    let isMultipart: Bool
    let fields: [Field]

    /// Every form of a page that is sent by POST; a button that goes elsewhere makes a form of its own.
    static func all(in page: String, at path: String) -> [FoundForm] {
        page.matches(of: /(?s)<form([^>]*)>(.*?)<\/form>/).flatMap { match -> [FoundForm] in
            let (head, body) = (String(match.output.1), String(match.output.2))
            guard attribute("method", of: head) == "post" else { return [] }
            let isMultipart = attribute("enctype", of: head) == "multipart/form-data"
            let fields = Self.fields(in: body)
            var found: [FoundForm] = []
            if let action = attribute("action", of: head) {
                let button = buttons(in: body).first { attribute("name", of: $0) != nil }
                found.append(FoundForm(action: action, isMultipart: isMultipart, fields: fields + pressed(button)))
            }
            for button in buttons(in: body) {
                guard let action = attribute("formaction", of: button) else { continue }
                found.append(FoundForm(action: action, isMultipart: isMultipart, fields: fields + pressed(button)))
            }
            return found
        }
    }

    private static func buttons(in body: String) -> [String] {
        body.matches(of: /<button([^>]*)>/).map { String($0.output.1) }
    }

    private static func pressed(_ button: String?) -> [Field] {
        guard let button, let name = attribute("name", of: button) else { return [] }
        return [Field(name: name, kind: "button", value: attribute("value", of: button) ?? "")]
    }

    private static func fields(in body: String) -> [Field] {
        let inputs = body.matches(of: /<input([^>]*)>/).compactMap { match -> Field? in
            let head = String(match.output.1)
            guard let name = attribute("name", of: head) else { return nil }
            let (kind, value) = (attribute("type", of: head) ?? "text", attribute("value", of: head) ?? "")
            let isTicked = head.contains(" checked")
            guard kind == "radio" || kind == "checkbox" else { return Field(name: name, kind: kind, value: value) }
            return Field(name: name, kind: kind, value: isTicked ? value : "", choices: [value])
        }
        let areas = body.matches(of: /(?s)<textarea([^>]*)>(.*?)<\/textarea>/).compactMap { match -> Field? in
            attribute("name", of: String(match.output.1)).map { name in
                let value = String(match.output.2).trimmingCharacters(in: .newlines)
                return Field(name: name, kind: "text", value: plain(value))
            }
        }
        return inputs + areas + selects(in: body)
    }

    private static func selects(in body: String) -> [Field] {
        body.matches(of: /(?s)<select([^>]*)>(.*?)<\/select>/).compactMap { match in
            guard let name = attribute("name", of: String(match.output.1)) else { return nil }
            let options = match.output.2.matches(of: /<option([^>]*)>/).map { String($0.output.1) }
            let chosen = options.first { $0.contains(" selected") }.flatMap { attribute("value", of: $0) }
            return Field(
                name: name, kind: "select", value: chosen ?? "",
                choices: options.compactMap { attribute("value", of: $0) }.filter { !$0.isEmpty })
        }
    }

    static func attribute(_ name: String, of head: String) -> String? {
        guard let start = head.range(of: " \(name)=\"") else { return nil }
        return plain(String(head[start.upperBound...].prefix { $0 != "\"" }))
    }

    private static func plain(_ text: String) -> String {
        [("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")].reduce(text) {
            $0.replacing($1.0, with: $1.1)
        }
    }
}
