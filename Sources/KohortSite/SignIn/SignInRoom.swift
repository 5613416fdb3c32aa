import Hummingbird
import KohortStore
import KohortWeb
import Tenancy

extension Pages {
    static let signInRoom: [any Page.Type] = [AskScreen.self, AskedScreen.self, SignInScreen.self]
}

extension Site {
    var signInRoutes: [Route] {
        [
            page(.get, "/{tenant}/sign-in", .query(CurrentConsortium.name), AskDesk.form),
            page(.post, "/{tenant}/sign-in", .command(AskForSignIn.name), AskDesk.ask),
            page(.get, "/{tenant}/sign-in/asked", .query(CurrentConsortium.name), AskDesk.asked),
            page(.get, "/{tenant}/sign-in/{secret}", .query(CurrentConsortium.name), SignInDesk.confirm),
            page(.post, "/{tenant}/sign-in/{secret}", .command(UseSignInLink.name), SignInDesk.start),
            page(.post, "/{tenant}/sign-out", .command(SignOut.name), SignInDesk.end),
        ]
    }
}
