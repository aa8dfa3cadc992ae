using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios.Tests.Inputs;

public class YamlTextTests
{
    [Fact]
    public void Every_shipped_file_is_written_back_as_the_same_tree()
    {
        string[] files = Directory.GetFiles(Repository.Scenarios, "*.yaml");
        Assert.True(files.Length > 5);
        foreach (string file in files)
        {
            InputNode tree = Parse(File.ReadAllText(file));
            Assert.Equal(TreeHash.Of(tree), TreeHash.Of(Parse(YamlText.Of(tree))));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" spaces around ")]
    [InlineData("- not a list")]
    [InlineData("a: b")]
    [InlineData("# no remark")]
    [InlineData("two\nlines")]
    [InlineData("tab\there")]
    [InlineData("'quoted' \"twice\"")]
    [InlineData("*alias &anchor !tag %directive @at `tick")]
    [InlineData("{brace} [bracket], comma")]
    [InlineData("no")]
    [InlineData("null")]
    [InlineData("---")]
    [InlineData("ñandú · 50 % <script>alert(1)</script>")]
    [InlineData("\u0085next line\u2028")]
    public void A_word_survives_whatever_it_looks_like(string word)
    {
        var at = Mark.Whole("x");
        var tree = new MapNode(at, [new MapEntry("k", at, new ScalarNode(at, word)), new MapEntry("l", at, new ListNode(at, [new ScalarNode(at, word), new MapNode(at, [new MapEntry(word.Length == 0 ? "e" : word, at, new ScalarNode(at, "v"))])]))]);
        Assert.Equal(TreeHash.Of(tree), TreeHash.Of(Parse(YamlText.Of(tree))));
    }

    private static InputNode Parse(string text)
    {
        var problems = new Problems();
        InputNode? node = YamlTree.Parse("x.yaml", text, problems);
        Assert.Empty(problems.All.Select(p => p.ToString()));
        return node!;
    }
}
