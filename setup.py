"""Put every package into one, `campanile_bot`: names such as `bot` and `content` are not ours alone."""

from setuptools import find_namespace_packages, setup

HOME = "campanile_bot"
CODE = "bot handlers web scheduler delivery services messages storage answers reading speech domain sandbox".split()
DATA = {
    "content": ["**/*.yaml", "**/*.layer", "**/*.meaning"],
    "languages": ["**/*.yaml", "**/*.ftl", "*.bin"],
    "sandbox": ["page/*", "*.json"],
    "web": ["templates/*", "static/*"],
}

packages = find_namespace_packages(include=[each for name in (*CODE, *DATA) for each in (name, f"{name}.*")])
setup(
    packages=[f"{HOME}.{name}" for name in packages],
    package_dir={HOME: "."},
    package_data={f"{HOME}.{name}": files for name, files in DATA.items()},
    include_package_data=False,
)
