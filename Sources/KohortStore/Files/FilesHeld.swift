import KohortCore

/// How many bytes the contents have that rows refer to, each counted once. What nobody refers to yet is not counted; the
/// sweep takes it after a day.
package struct FilesHeld: KeptQuery {
    package static let permission = Permission.sweepStore
    package let scope = Scope.consortium

    package init() {}

    package func fetch(in read: borrowing Read) throws -> Int64 {
        Int64(try read.count("select cast(coalesce(sum(size), 0) as bigint) from file where uses > 0"))
    }
}
