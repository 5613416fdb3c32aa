import HTTPTypes
import Hummingbird
import KohortCore
import KohortWeb
import Recruitment

extension Parameter {
    static let after = Parameter("after", .whole(from: 0, to: nil), "The number of the last line of the page before")

    /// What an employer narrows the pool to, and the page.
    static let poolFilter = [
        Parameter("own", .boolean, "Those who wish to come to this employer"),
        Parameter("field", .text, "Those of one field of education"),
        Parameter("level", .choice(EducationLevel.self), "Those of one level of education"),
        Parameter("verdict", .choice(PoolFilter.Judgement.self), "What the employer said of them"),
        Parameter("ranked", .boolean, "Whether they stand in the employer's list"),
        Parameter("text", .text, "Part of a name or of a school"),
        after,
    ]
}

extension PoolFilter {
    /// Throws `invalid` (`choice.unknown`) with all words that mean nothing here.
    init(_ query: QueryParameters) throws {
        var problems: [FieldProblem] = []
        func choice<Value>(_ name: String, _ read: (String) -> Value?) -> Value? {
            guard let text = query[name] else { return nil }
            let value = read(text)
            if value == nil { problems.append(FieldProblem(name, "choice.unknown")) }
            return value
        }
        self.init()
        ownWishes = choice("own", Bool.init) ?? false
        educationField = query["field"]
        educationLevel = choice("level", EducationLevel.init(rawValue:))
        judgement = choice("verdict", Judgement.init(rawValue:))
        isRanked = choice("ranked", Bool.init)
        text = query["text"] ?? ""
        try problems.throwIfAny()
    }
}

extension Response {
    /// A page of a list, with a link to the next one where there is one.
    static func page(after next: Int?, _ request: Request, _ write: (inout JSONWriter) -> Void) -> Response {
        guard let next else { return .json(.ok, write) }
        let kept = (request.uri.query ?? "").split(separator: "&").filter { !$0.hasPrefix("after=") }
        let address = request.uri.path + "?" + (kept + ["after=\(next)"]).joined(separator: "&")
        return .json(headers: [.link: "<\(address)>; rel=\"next\""], write)
    }
}
