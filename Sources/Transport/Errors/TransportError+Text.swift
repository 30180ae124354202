extension TransportError {
  /// What happened, without the host.
  package var problem: String {
    switch self {
    case .library(let fault): fault.problem
    case .badAddress(let fault): fault.problem
    case .unsendable(_, let fault): fault.problem
    case .cannotResolve: "the name of the host has no address"
    case .cannotConnect: "cannot connect"
    case .cannotEncrypt: "no encrypted connection came about"
    case .timedOut(_, .connecting): "no connection in time"
    case .timedOut(_, .answering): "no whole answer in time"
    case .timedOut(_, .sending): "what was sent was not taken in time"
    case .certificateRefused(_, .untrusted): "its certificate is not trusted"
    case .certificateRefused(_, .unreadableAuthorities):
      "the file with the authorities to trust cannot be read"
    case .tooLarge(_, .headers, let limit): "more than \(limit) bytes of headers"
    case .tooLarge(_, .body, let limit): "an answer of more than \(limit) bytes"
    case .tooLarge(_, .message, let limit): "a message of more than \(limit) bytes"
    case .ended: "the connection has ended"
    case .incomplete: "the connection ended before the answer was whole"
    case .notTheProtocol(_, .redirect(let status)):
      "it points to another place, which is not followed (status \(status))"
    case .notTheProtocol(_, .garbage): "what answers does not speak the protocol"
    case .notTheProtocol(_, .packing): "the answer is packed in a way that cannot be undone"
    case .notTheProtocol(_, .noSocket(let status)):
      "it does not change over to the protocol of sockets (status \(status))"
    case .notTheProtocol(_, .frames(let fault)): fault.problem
    case .refused(_, let refusal): "refused with \(refusal.phrase)"
    case .loginRefused(_, let refusal): "the login was refused with \(refusal.phrase)"
    case .askedToWait(_, let seconds): "asked to be left alone for \(seconds) s"
    case .interrupted: "stopped before the answer came"
    case .failed(_, let number, let name): "network error \(number), \(name)"
    }
  }

  /// What the user can do about it.
  package var remedy: String {
    switch self {
    case .library(let fault): fault.remedy
    case .badAddress(let fault): fault.remedy
    case .unsendable(_, let fault): fault.remedy
    case .cannotResolve: "check its spelling and the network's name server"
    case .cannotConnect: "check the host, the port and the network"
    case .cannotEncrypt: "check that the port expects TLS 1.2 or later"
    case .timedOut: "try later, or allow more time"
    case .certificateRefused(_, .untrusted):
      "check the name of the host and this machine's date; name a file with the authority if it is "
        + "your own"
    case .certificateRefused(_, .unreadableAuthorities): "check the path of the file"
    case .ended: "connect again"
    case .notTheProtocol(_, .frames): "connect again, and report it to the server's owner"
    case .tooLarge, .notTheProtocol(_, .garbage), .notTheProtocol(_, .packing),
      .notTheProtocol(_, .noSocket):
      "check that the address is the one meant"
    case .incomplete: "look whether it has happened all the same before repeating it"
    case .notTheProtocol(_, .redirect): "configure the address that is meant to answer"
    case .refused(_, let refusal):
      refusal.isTemporary ? "run again later" : "check the address and what was sent"
    case .loginRefused: "check the credentials, and do not repeat it: accounts get locked"
    case .askedToWait, .interrupted: "run again later"
    case .failed: "try later"
    }
  }
}

extension TransportError: CustomStringConvertible {
  /// One line: the host, what happened, and what to do.
  package var description: String {
    (host.map { "\($0): " } ?? "") + "\(problem); \(remedy)"
  }
}

extension Refusal {
  fileprivate var phrase: String {
    switch self {
    case .web(let status): "status \(status)"
    case .mail(let code): "code \(code)"
    case .socket(let status, let reason):
      reason.map { "status \(status) (\($0))" } ?? "status \(status)"
    }
  }
}

extension SocketFault {
  fileprivate var problem: String {
    switch self {
    case .reservedBits: "a frame uses an extension that was not agreed upon"
    case .kind: "a frame is of an unknown kind"
    case .masked: "a frame is masked, as only a client's are"
    case .length: "the length of a frame cannot be"
    case .control: "a frame that steers is too long or in pieces"
    case .order: "the pieces of a message are out of order"
    case .tooLarge: "a message is larger than allowed"
    case .text: "a text is not UTF-8"
    case .closing: "a closing frame has no code that may be sent"
    }
  }
}

extension LibraryFault {
  fileprivate var problem: String {
    switch self {
    case .missing: "libcurl, which speaks to networks, is not installed"
    case .tooOld(let version): "libcurl \(version) is too old"
    case .incomplete: "libcurl was built without something that is needed"
    }
  }

  fileprivate var remedy: String {
    switch self {
    case .missing: "install it (the package libcurl4 on Debian and Ubuntu, libcurl elsewhere)"
    case .tooOld: "install 7.85 or later"
    case .incomplete: "install the one of this system's own packages"
    }
  }
}

extension AddressFault {
  fileprivate var problem: String {
    switch self {
    case .scheme: "the address does not begin with https:// or http://"
    case .socketScheme: "the address of a socket does not begin with wss:// or ws://"
    case .host: "the address has no host, or a host or port that cannot be"
    case .characters: "the address holds a character that does not belong there"
    case .credentials: "the address holds a name or a password"
    case .plain: "the address is not encrypted"
    }
  }

  fileprivate var remedy: String {
    switch self {
    case .scheme: "write it as https://host/path"
    case .socketScheme: "write it as wss://host/path"
    case .host: "write the host by its name or number, and a port as :443"
    case .characters: "write spaces and letters outside ASCII as %XX"
    case .credentials: "give them on their own"
    case .plain: "write https:// instead of http://, and wss:// instead of ws://"
    }
  }
}

extension SendingFault {
  fileprivate var problem: String {
    switch self {
    case .header: "a header holds a line break or another character that cannot be sent"
    case .mailAddress: "a mail address holds a character that does not belong there"
    case .noRecipient: "the mail goes to nobody"
    case .passwordUnencrypted: "the password would go out unencrypted"
    case .login: "the name or the password of the login holds a zero byte"
    case .noWayIn: "the server offers no login"
    }
  }

  fileprivate var remedy: String {
    switch self {
    case .header: "take it out"
    case .mailAddress: "write it as name@host"
    case .noRecipient: "name at least one recipient"
    case .passwordUnencrypted: "use STARTTLS or TLS, or no login"
    case .login: "check where they come from"
    case .noWayIn: "check the port, or send without a login"
    }
  }
}
