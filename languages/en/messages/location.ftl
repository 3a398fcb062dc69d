# A location somebody shared. It is not kept.

location-nearest =
    📍 <b>The { -event } nearest to you is in { $area }</b>, about { $kilometres } km away as the crow flies.

    { $lines }

    <i>I do not keep your location.</i>
location-unknown =
    Thank you! But I only know the addresses of the venues, so I can’t tell which one is nearest to you.
    Choose your { -area }, or open the map: it shows you the way.

    <i>I do not keep your location.</i>
