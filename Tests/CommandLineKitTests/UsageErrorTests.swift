import CommandLineKit
import Testing

@Suite struct UsageErrorTests {
  @Test(arguments: [
    ("pik", "unknown command pik (did you mean pick?); see 'orchard help'"),
    ("tidi", "unknown command tidi; see 'orchard help'"),
    ("--quiet pick", "option --quiet stands before the command; put the command first; see"),
    ("--quiet=true pick", "option --quiet stands before the command; put the command first; see"),
    ("-n3 pick", "option -n stands before the command; put the command first; see"),
    ("--verzion", "unknown option --verzion (did you mean --version?); see 'orchard help'"),
    ("--vers", "unknown option --vers (did you mean --version?); see 'orchard help'"),
    ("--hlep pick", "unknown option --hlep (did you mean --help?); see 'orchard help'"),
    ("--nonsense", "unknown option --nonsense; see 'orchard help'"),
    ("-x", "unknown option -x; see 'orchard help'"),
    ("help pick press", "help explains one command at a time; name one"),
    ("help nothing", "unknown command nothing; see 'orchard help'"),
    ("--help nothing", "unknown command nothing; see 'orchard help'"),
    ("--help pick press", "help explains one command at a time; name one"),
    ("pick --frut pear", "unknown option --frut (did you mean --fruit?); see 'orchard help pick'"),
    ("pick --al", "unknown option --al (did you mean --all?)"),
    ("pick -fruit pear", "unknown option -fruit (did you mean --fruit?)"),
    ("pick -ax", "unknown option -x"),
    ("pick -where true", "unknown option -where (did you mean --where?)"),
    ("pick -where=true", "unknown option -where (did you mean --where?)"),
    ("pick -whree true", "unknown option -whree (did you mean --where?)"),
    ("pick -revers", "unknown option -revers (did you mean --reverse?)"),
    ("pick -n=2", "-n takes its value without '=': write -n 2; see 'orchard help pick'"),
    ("pick -an=2", "-n takes its value without '=': write -n 2"),
    ("pick -w=a<b", "-w takes its value without '=': write -w 'a<b'"),
    ("pick -aq=false", "-q takes its value without '=': write --quiet=false"),
    ("pick -w=", "-w takes its value without '=': write -w ''"),
    ("pick --size 3K", "unknown option --size (it belongs to press)"),
    ("pick --head", "option --head needs a value: --head N; see"),
    ("pick --head -- --all", "option --head needs a value: --head N; see"),
    (
      "pick --head --all",
      "option --head needs a value: --head N; if --all is the value, write --head='--all'; see"
    ),
    ("pick -n -ar", "option -n needs a value: -n N; if -ar is the value, write --head='-ar'"),
    ("pick -w -n5", "option -w needs a value: -w EXPR; if -n5 is the value, write --where='-n5'"),
    ("pick -w --all=no", "if --all=no is the value, write --where='--all=no'"),
    ("pick --config --al", "if --al is the value, write --config='--al'"),
    ("pick -an", "option -n needs a value: -n N"),
    ("pick --head 3 -n 4", "option --head is given 2 times, with \"3\" and \"4\"; give it once"),
    ("pick --head three", "--head wants a whole number of at least 0, found \"three\""),
    ("pick -n -1", "-n wants a whole number of at least 0, found \"-1\""),
    ("pick -j 65", "-j wants a whole number from 1 to 64, found \"65\""),
    ("pick --least 0", "--least wants a number above 0, found \"0\""),
    ("pick --least nan", "--least wants a number above 0, found \"nan\""),
    ("pick --where=", "--where wants some text, found \"\""),
    (
      "pick --fruit paer",
      "--fruit wants one of apple, pear, plum, found \"paer\" (did you mean pear?)"
    ),
    ("pick --kinds pear,,plum", "--kinds wants one of apple, pear, plum, found \"\""),
    ("pick --all=maybe", "--all wants true or false, found \"maybe\""),
    ("press", "PRODUCT is missing; see 'orchard help press'"),
    ("press juice", "--size is missing"),
    ("press juice tub extra more --size 1", "unexpected \"extra\", \"more\""),
    ("press jucie --size 1", "PRODUCT wants one of juice, cider, found \"jucie\" (did you mean"),
    ("pick --\u{1B}[2J", "unknown option \"--\\u{1b}[2J\""),
  ])
  func saysWhatIsWrong(line: String, message: String) throws {
    let refusal = try #require(answer(line).refusal)
    #expect(refusal.contains(message), "\(refusal)")
    #expect(refusal.hasPrefix("orchard"))
    #expect(!refusal.contains("\n"))
  }

  @Test func namesTheVariable() {
    #expect(
      answer("pick", environment: ["ORCHARD_JOBS": "many"]).refusal
        == "orchard pick: ORCHARD_JOBS wants a whole number from 1 to 64, found \"many\"; "
        + "see 'orchard help pick'")
  }

  @Test func namesThePlaceInTheConfiguration() {
    #expect(
      answer("pick", settings: ["FRUIT": "plumm"]).refusal
        == "orchard pick: orchard.conf:3:8: FRUIT wants one of apple, pear, plum, "
        + "found \"plumm\" (did you mean plum?); see 'orchard help pick'")
  }

  @Test func commandsCanRefuseACombination() throws {
    guard case .run(let command) = answer("press juice full --size 1") else {
      Issue.record("the line was refused")
      return
    }
    let error = #expect(throws: UsageError.self) { try command.run(Basket()) }
    #expect(error == .combination("the tank is full"))
  }
}
