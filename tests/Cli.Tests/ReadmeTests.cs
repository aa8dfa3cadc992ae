using CorridorTwin.Cli.Tests.CommandLine;

namespace CorridorTwin.Cli.Tests;

public class ReadmeTests
{
    [Fact]
    public void Every_call_in_the_readme_and_the_docs_is_one_the_command_understands()
    {
        string[] pages = [.. Directory.EnumerateFiles(Repository.Root, "*.md"), .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)];
        var wrong = from page in pages
                    from call in CallsInProse.In(File.ReadAllText(page))
                    from problem in CallsInProse.Problems(call)
                    select $"{Path.GetFileName(page)}: corridor {call}: {problem}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void A_call_that_does_not_exist_is_found() =>
        Assert.Single(CallsInProse.In("text\n```\ndotnet run -c Release --project src/Cli -- comprae --days 3 # all\n```\n").SelectMany(CallsInProse.Problems));
}
