import Hummingbird
import KohortCore

extension KohortContext {
    /// What a capture of the route holds; a name the route does not capture is `notFound`.
    package func parameter(_ name: String) throws(Rejection) -> String {
        guard let value = parameters.get(name) else { throw .notFound }
        return value
    }

    /// A capture that is an id; one that is not the form of an id leads nowhere, hence `notFound`.
    package func id<Tag>(_ name: String, as type: ID<Tag>.Type = ID<Tag>.self) throws(Rejection) -> ID<Tag> {
        guard let id = ID<Tag>(try parameter(name)) else { throw .notFound }
        return id
    }

    /// A capture that is a slug; anything else is `notFound`.
    package func slug(_ name: String) throws(Rejection) -> Slug {
        let text = try parameter(name)
        do { return try Slug(text) } catch { throw .notFound }
    }
}
