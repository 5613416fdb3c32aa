import KohortCore
import KohortStore

/// How often each candidacy was opened by somebody other than its applicant (BC-8). No feed tells it, hence it is read
/// where it lies.
struct Openings: Query {
    static let permission = Permission.readJournal
    let scope = Scope.consortium

    func fetch(in read: borrowing Read) throws -> [String: Int] {
        let counted = try read.all(
            """
            select subject_id, count(*) from journal
            where name = 'recruitment.candidacy.opened' and actor_kind = 'person' group by subject_id
            """
        ) { (try $0[0] as String, try $0[1] as Int) }
        return Dictionary(uniqueKeysWithValues: counted)
    }
}
