import KohortCore
import Yams

/// The file as text: its limits, and YAML made into nodes that know their lines.
enum DefinitionText {
    /// Bytes.
    static let limit = 1_048_576

    /// Reads the YAML, or throws the one problem that keeps it from being read at all.
    static func nodes(of yaml: String) throws(DefinitionProblems) -> Node {
        guard yaml.utf8.count <= limit else {
            throw problem(.fileTooLarge, found: "\(yaml.utf8.count) bytes", allowed: "at most \(limit) bytes")
        }
        if let line = lineOfAlias(in: yaml) {
            throw problem(
                .yamlAlias, line: line, found: "an alias (*name) of an anchor (&name)",
                allowed: "each value written out")
        }
        do {
            // Without rules every scalar stays the text it was written as: `no` is no boolean and 1:30 no number.
            let parser = try Parser(yaml: yaml, resolver: .basic, encoding: .utf8)
            guard let node = try parser.singleRoot() else {
                throw problem(.yamlMalformed, found: "an empty file", allowed: "a definition")
            }
            return node
        } catch let error as YamlError {
            throw problem(of: error)
        } catch let problems as DefinitionProblems {
            throw problems
        } catch {
            throw problem(.yamlMalformed, found: "\(error)", allowed: "YAML")
        }
    }

    /// The line of a token that could repeat an anchored value. Found in the plain text, before the parser unfolds
    /// aliases, since a few lines of them can stand for billions of values.
    private static func lineOfAlias(in yaml: String) -> Int? {
        guard firstToken(UInt8(ascii: "&"), in: yaml) != nil else { return nil }
        return firstToken(UInt8(ascii: "*"), in: yaml)
    }

    /// The line of the first such sign that stands between something other than a letter or digit and one of those.
    private static func firstToken(_ sign: UInt8, in yaml: String) -> Int? {
        var line = 1
        var (last, before) = (UInt8(0), UInt8(0))
        for byte in yaml.utf8 {
            if last == sign, !isWord(before), isWord(byte) { return line }
            if byte == UInt8(ascii: "\n") { line += 1 }
            (before, last) = (last, byte)
        }
        return nil
    }

    private static func isWord(_ byte: UInt8) -> Bool { byte.isAlphanumeric || "_-".utf8.contains(byte) }

    private static func problem(of error: YamlError) -> DefinitionProblems {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.problem(.yamlMalformed, line: mark.line, found: problem, allowed: "YAML")
        case .duplicatedKeysInMapping(let keys, let context):
            self.problem(
                .keyDuplicate, line: context.mark.line, found: "\(Listing.of(keys)) more than once",
                allowed: "each key once in its block")
        case .reader(let problem, let offset, let value, let yaml):
            self.problem(
                .yamlMalformed, line: yaml.prefix(offset ?? 0).count { $0.isNewline } + 1,
                found: "\(problem) (U+\(String(value, radix: 16, uppercase: true)))", allowed: "YAML")
        default:
            self.problem(.yamlMalformed, found: "\(error)", allowed: "YAML")
        }
    }

    static func problem(
        _ code: DefinitionProblem.Code, line: Int = 1, found: String, allowed: String
    ) -> DefinitionProblems {
        DefinitionProblems(
            all: [DefinitionProblem(path: "", line: line, code: code, found: found, allowed: allowed)])
    }
}
