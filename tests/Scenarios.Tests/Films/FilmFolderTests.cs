using CorridorTwin.Scenarios.Films;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Tests.Films;

public sealed class FilmFolderTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("films-").FullName;

    [Fact]
    public void A_film_comes_back_as_it_was_kept()
    {
        var folder = new FilmFolder(Path.Combine(directory, "new"));
        WeekFilm film = Some();
        Assert.Null(folder.Find("a"));
        Assert.Null(folder.Keep("a", film));
        WeekFilm back = folder.Find("a")!;
        Assert.Equal((film.Scenario, film.Seed, film.Replication), (back.Scenario, back.Seed, back.Replication));
        Assert.Equal(film.Sides[0].Queue, back.Sides[0].Queue);
        Assert.Equal(film.Lanes[0].Waiting, back.Lanes[0].Waiting);
        Assert.Equal(film.Events, back.Events);
        Assert.Single(Directory.EnumerateFiles(Path.Combine(directory, "new")));
    }

    [Fact]
    public void A_damaged_file_is_no_film()
    {
        var folder = new FilmFolder(directory);
        folder.Keep("a", Some());
        string file = Directory.EnumerateFiles(directory).Single();
        byte[] bytes = File.ReadAllBytes(file);
        foreach (int length in new[] { 0, 5, bytes.Length / 2, bytes.Length - 40 })
        {
            File.WriteAllBytes(file, bytes[..length]);
            Assert.Null(folder.Find("a"));
        }
        File.WriteAllBytes(file, [.. bytes[..(bytes.Length / 2)], (byte)~bytes[bytes.Length / 2], .. bytes[(bytes.Length / 2 + 1)..]]);
        Assert.Null(folder.Find("a"));
        File.WriteAllText(file, "nothing of ours");
        Assert.Null(folder.Find("a"));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_to_says_why()
    {
        string taken = Path.Combine(directory, "file");
        File.WriteAllText(taken, "");
        Assert.NotNull(new FilmFolder(taken).Keep("a", Some()));
    }

    [Fact]
    public void Keys_tell_models_seeds_and_replications_apart()
    {
        var subject = new FilmSubject(Shipped.Folder.Baselines.Single().Model, "x");
        string[] keys = [subject.Key, (subject with { Replication = 1 }).Key, (subject with { Seed = 1 }).Key, (subject with { Model = subject.Model with { CapacityFactor = 1.02 } }).Key];
        Assert.Equal(4, keys.Distinct().Count());
        Assert.Equal(subject.Key, (subject with { Scenario = "y" }).Key);
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private static WeekFilm Some()
    {
        ushort[] counts = [.. Enumerable.Range(0, WeekFilm.Pictures).Select(i => (ushort)(i % 97))];
        return new WeekFilm
        {
            Scenario = "x", Seed = 7, Replication = 3,
            Sides = [new FilmSide("a", "GT", Direction.N2S, SideRole.Exit, -360) { Queue = counts, Inside = counts }],
            Lanes = [new FilmLane(0, "gate") { OnDuty = counts, Busy = counts, Waiting = counts }],
            Events = [new FilmEvent(5, 0, FilmEventKind.Opens, 2)],
        };
    }
}
