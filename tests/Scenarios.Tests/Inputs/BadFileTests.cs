using System.Runtime.InteropServices;
using System.Text;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios.Tests.Inputs;

/// <summary>Files that cannot be read at all, or are no YAML.</summary>
public class BadFileTests
{
    [Theory]
    [InlineData("", "x.yaml: file is empty")]
    [InlineData("\n\n# nothing but a remark\n", "x.yaml: file is empty")]
    [InlineData("---\n", "x.yaml: file is empty")]
    [InlineData("a plain sentence", "x.yaml:1: 'a plain sentence': not a scenario; expected a mapping with id, title, extends")]
    [InlineData("id: x\n\tyear: 2024\n", "x.yaml:2: indented with a tab; use spaces")]
    [InlineData("id: x\nmeasures:\n  \t- a\n", "x.yaml:3: indented with a tab; use spaces")]
    [InlineData("id: a\nextends: small\ntitle: {en: A, es: A}\nid: b\n", "x.yaml:4: 'id': key written twice; it already stands in line 1")]
    [InlineData("id: a\n---\nid: b\n", "x.yaml:2: a second document begins here; expected one document per file")]
    [InlineData("a: *nowhere\n", "x.yaml:1: alias '*nowhere' names no earlier anchor")]
    [InlineData("a: &a [*a]\n", "x.yaml:1: alias '*a' names no earlier anchor")]
    [InlineData("? [a, b]\n: c\n", "x.yaml:1: a key must be a plain word")]
    public void It_is_refused_in_one_line(string text, string line)
    {
        using Workspace workspace = Workspace.WithBaseline();
        workspace.Write("x.yaml", text);
        Assert.Equal([line], workspace.Lines());
    }

    [Theory]
    [InlineData("id: [a\nb: c\n")]
    [InlineData("a: b: c\n")]
    [InlineData("a: 'b\n")]
    [InlineData("- a\nb: c\n")]
    [InlineData("a: %\n%b\n")]
    [InlineData("a: @b\n")]
    [InlineData("a: !!binary &\n")]
    [InlineData("%YAML 9.9\n---\na: b\n")]
    [InlineData("a: \"\\q\"\n")]
    public void Broken_YAML_gives_one_line_with_a_line_number(string text)
    {
        using Workspace workspace = Workspace.WithBaseline();
        workspace.Write("x.yaml", text);
        string line = Assert.Single(workspace.Lines());
        Assert.Matches(@"^x\.yaml:\d+: not valid YAML \(.+\)$", line);
        Assert.DoesNotContain(line, char.IsControl);
    }

    [Fact]
    public void A_file_of_100_MB_is_refused_by_its_size_without_being_read()
    {
        using Workspace workspace = Workspace.WithBaseline();
        using (FileStream sparse = File.Create(Path.Combine(workspace.Folder, "x.yaml"))) sparse.SetLength(100_000_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(["x.yaml: file of 100 MB is too large; expected at most 5 MB"], workspace.Lines());
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 20_000_000);
    }

    [Fact]
    public void A_file_just_over_5_MB_is_refused_and_one_just_under_is_read()
    {
        using Workspace workspace = Workspace.WithBaseline();
        string right = Workspace.SmallScenario + "#";
        int room = (int)InputFile.LargestBytes - Encoding.UTF8.GetByteCount(right);
        workspace.Write("x.yaml", right + new string('x', room + 1));
        Assert.Equal(["x.yaml: file of 5 MB is too large; expected at most 5 MB"], workspace.Lines());
        workspace.Write("x.yaml", right + new string('x', room));
        Assert.Empty(workspace.Lines());
    }

    [Fact]
    public void A_YAML_bomb_is_refused_in_an_instant()
    {
        using Workspace workspace = Workspace.WithBaseline();
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 20; i++) bomb.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n");
        workspace.Write("x.yaml", bomb.ToString());
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(["x.yaml:6: more than 200,000 values, aliases expanded"], workspace.Lines());
        Assert.True(clock.ElapsedMilliseconds < 5000);
    }

    [Fact]
    public void Too_many_values_are_refused()
    {
        using Workspace workspace = Workspace.WithBaseline();
        workspace.Write("x.yaml", "a: [" + string.Concat(Enumerable.Repeat("x,", 200_001)) + "x]");
        Assert.Equal(["x.yaml:1: more than 200,000 values, aliases expanded"], workspace.Lines());
    }

    [Theory]
    [InlineData("a: [[[", 40)]
    [InlineData("[", 2_000_000)]
    public void Deep_nesting_is_refused(string start, int depth)
    {
        using Workspace workspace = Workspace.WithBaseline();
        workspace.Write("x.yaml", start + new string('[', depth));
        Assert.Equal(["x.yaml:1: nested deeper than 32 levels"], workspace.Lines());
    }

    [Fact]
    public void Deep_nesting_by_indentation_is_refused()
    {
        using Workspace workspace = Workspace.WithBaseline();
        workspace.Write("x.yaml", string.Concat(Enumerable.Range(0, 60).Select(i => new string(' ', i) + "a:\n")));
        Assert.Equal(["x.yaml:33: nested deeper than 32 levels"], workspace.Lines());
    }

    [Fact]
    public void UTF_16_is_named_with_and_without_its_mark()
    {
        using Workspace workspace = Workspace.WithBaseline();
        byte[] wide = Encoding.Unicode.GetBytes(Workspace.SmallScenario);
        foreach (byte[] bytes in (byte[][])[[0xFF, 0xFE, .. wide], [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Workspace.SmallScenario)], Encoding.Unicode.GetBytes("id: a")])
        {
            workspace.Write("x.yaml", bytes);
            Assert.Equal(["x.yaml: encoded as UTF-16 or UTF-32; expected a UTF-8 file"], workspace.Lines());
            Assert.Equal(["x.yaml: codificado en UTF-16 o UTF-32; se esperaba un archivo UTF-8"], workspace.Lines("es"));
        }
    }

    [Fact]
    public void Latin_1_is_named_with_its_line()
    {
        using Workspace workspace = Workspace.WithBaseline();
        workspace.Write("x.yaml", Encoding.Latin1.GetBytes("id: x\n# ok\ntitle: {en: a, es: mañana}\n"));
        Assert.Equal(["x.yaml:3: bytes that are not UTF-8 text; expected a UTF-8 file"], workspace.Lines());
    }

    [Fact]
    public void UTF_8_with_its_mark_and_Windows_line_ends_are_read()
    {
        using Workspace workspace = Workspace.WithBaseline();
        workspace.Write("x.yaml", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Workspace.SmallScenario.ReplaceLineEndings("\r\n"))]);
        Assert.Empty(workspace.Lines());
    }

    [Fact]
    public void A_missing_file_a_directory_and_a_missing_folder_are_told_apart()
    {
        using var workspace = new Workspace();
        string Only(string path) => workspace.Relative(Assert.Single(BaselineFile.Load(path).Problems).Render("en"));
        Assert.Equal("none.yaml: no such file", Only(Path.Combine(workspace.Folder, "none.yaml")));
        Directory.CreateDirectory(Path.Combine(workspace.Folder, "d.yaml"));
        Assert.Equal("d.yaml: is a directory, not a file", Only(Path.Combine(workspace.Folder, "d.yaml")));
        Assert.Equal("nowhere: no such directory", workspace.Relative(Assert.Single(ScenarioFolder.Load(Path.Combine(workspace.Folder, "nowhere")).Problems).ToString()));
        Assert.Equal(": no such file", Assert.Single(BaselineFile.Load("").Problems).ToString());
        Assert.EndsWith("no such file", Assert.Single(BaselineFile.Load("a\0b").Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_system_will_not_let_be_read_is_said_so()
    {
        using Workspace workspace = Workspace.WithBaseline();
        string path = workspace.Write("x.yaml", Workspace.SmallScenario);
        // An exclusive lock refuses every user; file permissions do not stop an administrator.
        using FileStream held = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Equal(["x.yaml: cannot be read (permission or device)"], workspace.Lines());
    }

    [Fact]
    public void An_endless_device_is_not_read_to_its_end()
    {
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Linux)) return;
        Assert.Equal("/dev/zero: file is too large; expected at most 5 MB", Assert.Single(BaselineFile.Load("/dev/zero").Problems).ToString());
    }
}
