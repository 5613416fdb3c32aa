/// One thing that may be allowed, named by its owner module: `recruitment.ranking.certify`.
package struct Permission: Hashable, Sendable, CustomStringConvertible {
    package let code: String
    package init(_ code: String) { self.code = code }
    package var description: String { code }
}
