using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Studies.Reading;

/// <summary>Which side of which post a row is about, and which way: each may be given, or follow from the others.</summary>
/// <param name="Post">Number of the post in the model.</param>
/// <param name="Country">Number of the country in the model.</param>
/// <param name="Role">Exit or entry side.</param>
/// <param name="Direction">Which way.</param>
internal readonly record struct Place(int Post, int Country, SideRole Role, Direction Direction)
{
    /// <summary>The place of the present row; null where the cells do not tell it, with the row rejected.</summary>
    public static Place? Of(Cells cells, CorridorModel model, StudyWords words, Operation? operation)
    {
        if (cells.Word("post", words.Posts, required: true) is not { } number) return null;
        BorderPost post = model.Posts[number];
        Direction? direction = cells.Word("direction", words.Directions);
        SideRole? role = cells.Word("role", words.Roles);
        // Some studies write 'salida' and 'entrada' where others write the country.
        ReadOnlySpan<char> side = cells.Text("side");
        int? country = null;
        if (side.Length > 0 && words.Countries.Of(side) is { } known) country = known;
        else if (side.Length > 0 && words.Roles.Of(side) is { } asRole) role ??= asRole;
        else if (side.Length > 0)
        {
            cells.Word("side", words.Countries);
            return null;
        }
        if (cells.Rejected is not null) return null;
        if (country is { } c && model.Countries[c].Id != post.North && model.Countries[c].Id != post.South)
        {
            cells.Reject("side", model.Countries[c].Id, new($"{post.NameEs} está entre {post.North} y {post.South}", $"{post.NameEn} lies between {post.North} and {post.South}"), RejectKind.Unknown);
            return null;
        }
        // An export is made where the truck leaves, an import where it enters.
        if (role is null && direction is null) role = operation switch { Operation.Export => SideRole.Exit, Operation.Import => SideRole.Entry, _ => null };
        if (country is { } at)
        {
            bool north = model.Countries[at].Id == post.North;
            direction ??= role is { } r ? (r == SideRole.Exit) == north ? Direction.N2S : Direction.S2N : null;
            SideRole? follows = direction is { } d ? (d == Direction.N2S) == north ? SideRole.Exit : SideRole.Entry : null;
            if (follows is { } f && role is { } said && said != f)
            {
                cells.Reject("direction", direction.ToString(), new("sentido, lado y salida o entrada se contradicen", "direction, side, and exit or entry contradict each other"), RejectKind.Unknown);
                return null;
            }
            if (direction is { } way && follows is { } part) return new Place(number, at, part, way);
        }
        else if (direction is { } way && role is { } part)
        {
            string id = post.CountryOf(way, part);
            return new Place(number, model.Countries.ToList().FindIndex(x => x.Id == id), part, way);
        }
        cells.Reject(country is null ? "side" : "direction", null, new("falta: no se puede saber el lado o el sentido", "missing: side or direction cannot be told"), RejectKind.Missing);
        return null;
    }
}
