using CorridorTwin.Cli.Output;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Reports;

namespace CorridorTwin.Cli.Tests.Output;

public class OutputFolderTests
{
    private static Action<Stream> Bytes(int count, byte value = 1) => s => s.Write(Enumerable.Repeat(value, count).ToArray());

    private static OutputFolder Open(string path) => OutputFolder.Open(path, new Problems())!;

    [Fact]
    public void Files_appear_whole_and_nothing_else_is_left()
    {
        using var scratch = new Scratch();
        Open(scratch.File("new/deep")).Write(("a", Bytes(10)), ("b", Bytes(20)));
        Assert.Equal(["a", "b"], Directory.EnumerateFiles(scratch.File("new/deep")).Select(Path.GetFileName).Order());
        Assert.Equal(20, new FileInfo(scratch.File("new/deep/b")).Length);
    }

    [Fact]
    public void A_failure_on_the_way_leaves_the_old_files_and_no_new_ones()
    {
        using var scratch = new Scratch();
        OutputFolder folder = Open(scratch.Path);
        folder.Write(("a", Bytes(10)));
        var full = new IOException("No space left on device", 28);
        OutputException failure = Assert.Throws<OutputException>(() => folder.Write(("a", Bytes(99)), ("b", s => { s.Write(new byte[5]); throw full; })));
        Assert.Equal($"corridor: {scratch.File("b")}: no space left on the disk", failure.In(new Tongue("en")));
        Assert.Equal(["a"], Directory.EnumerateFileSystemEntries(scratch.Path).Select(Path.GetFileName));
        Assert.Equal(10, new FileInfo(scratch.File("a")).Length);
    }

    [Fact]
    public void Many_writers_into_one_directory_leave_one_of_their_files_whole()
    {
        using var scratch = new Scratch();
        Parallel.For(1, 9, i => Open(scratch.Path).Write(("a", Bytes(100_000, (byte)i))));
        byte[] written = File.ReadAllBytes(scratch.File("a"));
        Assert.Equal(100_000, written.Length);
        Assert.Single(written.Distinct());
        Assert.Single(Directory.EnumerateFileSystemEntries(scratch.Path));
    }

    [Fact]
    public void A_directory_that_cannot_be_written_to_is_refused_before_anything_is_simulated()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch.File("file"), "");
        Answer file = Corridor.Call("compare", "--replications", "10000", "--out", scratch.File("file"));
        Assert.Equal([$"corridor: --out '{scratch.File("file")}': is a file; expected a directory that can be written to"], file.ErrorLines);
        Answer below = Corridor.Call("run", "--replications", "10000", "--out", scratch.File("file/below"));
        Assert.StartsWith($"corridor: --out '{scratch.File("file/below")}': cannot be written to", Assert.Single(below.ErrorLines), StringComparison.Ordinal);
        Assert.Equal((ExitCode.BadInput, ExitCode.BadInput), (file.Code, below.Code));
    }
}
